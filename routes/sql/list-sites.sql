select site_id, name, time_zone, country, closing_day, closing_time
from site
order by site_id

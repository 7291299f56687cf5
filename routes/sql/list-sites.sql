select site_id, name, time_zone, country
from site
order by site_id

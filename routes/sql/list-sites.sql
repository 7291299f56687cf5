select site_id, name, time_zone, country, closing_day, closing_time, keeps_off_hours, off_hours_margin_min
from site
order by site_id

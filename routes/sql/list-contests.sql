select contest_id, site_id, name, method, first_day, last_day, live_from
from contest
order by contest_id

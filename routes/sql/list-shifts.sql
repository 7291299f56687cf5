select site_id, name, from_time, to_time
from shift
where site_id = :#siteId
order by from_time, name

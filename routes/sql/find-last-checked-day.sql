select max(last_day) as last_day
from sanity_run
where site_id = :#siteId
  and failure is null

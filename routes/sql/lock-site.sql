select site_id
from site
where site_id = :#siteId
for update

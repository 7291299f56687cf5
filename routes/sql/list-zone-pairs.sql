select site_id, load_zone, unload_zone
from zone_pair
where site_id = :#siteId
order by load_zone, unload_zone

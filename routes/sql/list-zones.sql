select zone_id, site_id, name, kind, geo_json, radius_m, priority, min_dwell_s
from zone
where site_id = :#siteId
order by zone_id

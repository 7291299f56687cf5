select driver_id, site_id, name, phone, language
from driver
where site_id = :#siteId
order by driver_id

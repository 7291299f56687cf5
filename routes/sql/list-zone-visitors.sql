select distinct z.vehicle_id, z.driver_id
from vehicle v
join zone_visit z on z.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and z.site_day between :#fromDay and :#toDay

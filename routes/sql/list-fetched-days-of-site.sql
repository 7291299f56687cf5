select f.vehicle_id, f.site_day, f.fetched_at
from vehicle v
join fetched_day f on f.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and f.site_day between :#fromDay and :#toDay

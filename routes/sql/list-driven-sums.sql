select t.vehicle_id, t.driver_id, t.site_day, sum(t.distance_km) as km, sum(t.covered_s) as recorded_s,
       sum(t.distance_km * t.median_interval_s) as interval_km
from vehicle v
join trip t on t.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and t.site_day between :#fromDay and :#toDay
group by t.vehicle_id, t.driver_id, t.site_day

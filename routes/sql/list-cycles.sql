select k.vehicle_id, k.site_day, k.cycle_number, k.driver_id, k.shift_name, k.started_at, k.ended_at, k.load_zone,
    k.unload_zone, k.complete, k.reason, k.flags, k.measured, k.load_s, k.haul_s, k.unload_s, k.return_s, k.break_s,
    k.queue_load_s, k.queue_unload_s, k.distance_km, k.loaded_km, k.empty_km
from cycle k
join vehicle v on v.vehicle_id = k.vehicle_id
where v.site_id = :#siteId
  and k.site_day between :#fromDay and :#toDay
order by k.vehicle_id, k.site_day, k.cycle_number

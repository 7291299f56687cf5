select t.vehicle_id, v.vehicle_class, t.site_day, t.trip_number,
       t.track, t.driver_id, t.started_at, t.ended_at, t.distance_km, t.moving_s, t.max_speed_kmh,
       t.zero_speed_s, t.covered_s, t.lost_s, t.median_interval_s, t.doppler_share, t.speed_accuracy_mps,
       t.rpa_work_m2ps2, t.rpa_distance_m, t.gentle_loss_mps, t.total_loss_mps, t.speed_profile
from trip t
join vehicle v on v.vehicle_id = t.vehicle_id
where t.driver_id in (:#in:driverIds)
  and t.site_day between :#fromDay and :#toDay
order by t.vehicle_id, t.site_day, t.trip_number

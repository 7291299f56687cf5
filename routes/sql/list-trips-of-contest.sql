select t.vehicle_id, v.vehicle_class, t.site_day, t.trip_number,
       t.track, t.driver_id, t.started_at, t.ended_at, t.distance_km, t.moving_s, t.max_speed_kmh,
       t.zero_speed_s, t.covered_s, t.lost_s, t.median_interval_s, t.doppler_share, t.speed_accuracy_mps,
       t.rpa_work_m2ps2, t.rpa_distance_m, t.gentle_loss_mps, t.total_loss_mps, t.speed_profile
from contest_vehicle c
join vehicle v on v.vehicle_id = c.vehicle_id
join day_facts d on d.vehicle_id = c.vehicle_id and d.site_day between :#fromDay and :#toDay
join trip t on t.vehicle_id = d.vehicle_id and t.site_day = d.site_day
where c.contest_id = :#contestId
  and t.driver_id is not null
order by t.vehicle_id, t.site_day, t.trip_number

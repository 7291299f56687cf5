select visit_number, zone_name, zone_type, driver_id, entered_at, left_at, entry_censored, exit_censored, split,
       longest_stand_s, stand_s, gap_s, distance_km, odometer_enter_km, odometer_exit_km, samples, mean_speed_kmh, sd_speed_kmh
from zone_visit
where vehicle_id in (:#in:vehicleIds)
  and site_day between :#fromDay and :#toDay
  and driver_id is not null
order by vehicle_id, site_day, visit_number

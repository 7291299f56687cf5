select vehicle_id, site_day, ordinal, driver_id, zone_name, zone_type, entered_at, left_at, entry_censored,
    exit_censored, split, longest_stand_s, stand_s, gap_s, distance_km, odometer_enter_km, odometer_exit_km, samples,
    mean_speed_kmh, sd_speed_kmh, kind, rule_name
from judged_visit
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day, ordinal

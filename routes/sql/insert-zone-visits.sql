insert into zone_visit (vehicle_id, site_day, visit_number, zone_name, zone_type, driver_id, entered_at, left_at,
    entry_censored, exit_censored, split, longest_stand_s, stand_s, gap_s, distance_km,
    odometer_enter_km, odometer_exit_km, samples,
    mean_speed_kmh, sd_speed_kmh)
values (:#vehicleId, :#day, :#number, :#zone, :#type, :#driverId, :#enter, :#exit,
    :#entryCensored, :#exitCensored, :#split, :#longestStandS, :#standS, :#gapS, :#distanceKm,
    :#odometerEnterKm, :#odometerExitKm, :#samples,
    :#meanSpeedKmh, :#sdSpeedKmh)

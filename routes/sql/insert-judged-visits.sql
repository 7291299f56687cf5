insert into judged_visit (vehicle_id, site_day, ordinal, driver_id, zone_name, zone_type, entered_at, left_at,
    entry_censored, exit_censored, split, longest_stand_s, stand_s, gap_s, distance_km, odometer_enter_km,
    odometer_exit_km, samples, mean_speed_kmh, sd_speed_kmh, kind, rule_name)
values (:#vehicleId, :#day, :#ordinal, :#driverId, :#zone, :#zoneType, :#enter, :#exit, :#entryCensored,
    :#exitCensored, :#split, :#longestStandS, :#standS, :#gapS, :#distanceKm, :#odometerEnterKm, :#odometerExitKm,
    :#samples, :#meanSpeedKmh, :#sdSpeedKmh, :#kind, :#rule)

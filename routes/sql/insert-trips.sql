insert into trip (vehicle_id, site_day, trip_number, track, driver_id, started_at, ended_at, distance_km, moving_s,
    max_speed_kmh, zero_speed_s, covered_s, lost_s, median_interval_s, doppler_share, speed_accuracy_mps, rpa_work_m2ps2,
    rpa_distance_m, gentle_loss_mps, total_loss_mps, speed_profile)
values (:#vehicleId, :#day, :#number, :#track, :#driverId, :#start, :#end, :#distanceKm, :#movingS,
    :#maxSpeedKmh, :#zeroSpeedS, :#coveredS, :#lostS, :#medianIntervalS, :#dopplerShare, :#speedAccuracyMps, :#rpaWork,
    :#rpaDistanceM, :#gentleLossMps, :#totalLossMps, :#speedProfile)

insert into scored_event (contest_id, iso_week, driver_id, ordinal, vehicle_id, vehicle_class, counted, kind, began_at,
    duration_s, peak_mps2, guard_mps2, start_speed_kmh, latitude_deg, longitude_deg, severity, points, rule_name)
values (:#contestId, :#week, :#driverId, :#ordinal, :#vehicleId, :#vehicleClass, :#counted, :#kind, :#beganAt,
    :#durationS, :#peakMps2, :#guardMps2, :#startSpeedKmh, :#latitudeDeg, :#longitudeDeg, :#severity, :#points, :#rule)

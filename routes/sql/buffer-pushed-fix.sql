insert into push_fix (source, vehicle_id, state, fix_ms, latitude, longitude, speed_mps, accuracy_m, bearing_deg,
    altitude_m, provider_ref, driver_ref, alarms, reason, raw_row, received_at)
values (:#source, :#vehicleId, :#state, :#fixMs, :#latitude, :#longitude, :#speedMps, :#accuracyM, :#bearingDeg,
    :#altitudeM, :#providerRef, :#driverRef, :#alarms, :#reason, :#raw, :#receivedAt)

insert ignore into behaviour_event (source, event_id, vehicle_id, driver_id, event_type, happened_at, duration_ms,
    acceleration_mps2, speed_kmh, latitude, longitude, received_at)
values (:#source, :#eventId, :#vehicleId, :#driverId, :#type, :#at, :#durationMs,
    :#accelerationMps2, :#speedKmh, :#latitude, :#longitude, :#receivedAt)

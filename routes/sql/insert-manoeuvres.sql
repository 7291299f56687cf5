insert into manoeuvre (vehicle_id, site_day, manoeuvre_number, trip_number, kind, began_at, duration_s, peak_mps2,
    guard_mps2, start_speed_kmh, latitude_deg, longitude_deg, step_s, profile_mps2, profile_kmh)
values (:#vehicleId, :#day, :#number, :#tripNumber, :#kind, :#at, :#durationS, :#peakMps2,
    :#guardMps2, :#startSpeedKmh, :#latitudeDeg, :#longitudeDeg, :#stepS, :#profileMps2, :#profileKmh)

insert into gradient (vehicle_id, site_day, gradient_number, trip_number, kind, middle_at, samples,
    min_speed_kmh, max_speed_kmh, sd_speed_kmh)
values (:#vehicleId, :#day, :#number, :#tripNumber, :#kind, :#middle, :#samples,
    :#minSpeedKmh, :#maxSpeedKmh, :#sdSpeedKmh)

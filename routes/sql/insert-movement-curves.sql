insert into movement_curve (vehicle_id, site_day, curve_number, trip_number, kind, began_at, speeds_kmh)
values (:#vehicleId, :#day, :#number, :#tripNumber, :#kind, :#at, :#speedsKmh)

insert into standstill (vehicle_id, site_day, standstill_number, driver_id, started_at, ended_at, latitude_deg,
    longitude_deg, zone_name, inferred)
values (:#vehicleId, :#day, :#number, :#driverId, :#start, :#end, :#latitudeDeg,
    :#longitudeDeg, :#zone, :#inferred)

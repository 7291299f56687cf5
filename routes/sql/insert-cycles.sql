insert into cycle (vehicle_id, site_day, cycle_number, driver_id, shift_name, started_at, ended_at, load_zone,
    unload_zone, complete, reason, flags, measured, load_s, haul_s, unload_s, return_s, break_s, queue_load_s,
    queue_unload_s, distance_km, loaded_km, empty_km)
values (:#vehicleId, :#day, :#number, :#driverId, :#shift, :#start, :#end, :#loadZone,
    :#unloadZone, :#complete, :#reason, :#flags, :#measured, :#loadS, :#haulS, :#unloadS, :#returnS, :#breakS, :#queueLoadS,
    :#queueUnloadS, :#distanceKm, :#loadedKm, :#emptyKm)

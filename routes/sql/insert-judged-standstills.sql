insert into judged_standstill (vehicle_id, site_day, ordinal, driver_id, shift_name, started_at, ended_at,
    latitude_deg, longitude_deg, zone_name, zone_type, inferred, idle_class, counts_as, rule_name)
values (:#vehicleId, :#day, :#ordinal, :#driverId, :#shift, :#start, :#end, :#latitudeDeg, :#longitudeDeg, :#zone,
    :#zoneType, :#inferred, :#idleClass, :#countsAs, :#rule)

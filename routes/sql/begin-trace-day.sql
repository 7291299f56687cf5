insert into trace_day (vehicle_id, site_day, revision, fix_count)
values (:#vehicleId, :#day, 0, 0)
on duplicate key update fix_count = fix_count

insert into kpi_incomplete (vehicle_id, site_day, reason, cycles)
values (:#vehicleId, :#day, :#reason, :#cycles)

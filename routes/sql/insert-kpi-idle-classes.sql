insert into kpi_idle_class (vehicle_id, site_day, idle_class, stood_s)
values (:#vehicleId, :#day, :#idleClass, :#stoodS)

insert into vehicle (vehicle_id, site_id, name, vehicle_class, trace_source, source_ref)
values (:#id, :#siteId, :#name, :#vehicleClass, :#traceSource, :#sourceRef)
on duplicate key update site_id = values(site_id), name = values(name), vehicle_class = values(vehicle_class),
    trace_source = values(trace_source), source_ref = values(source_ref)

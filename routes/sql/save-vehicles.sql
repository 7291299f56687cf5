insert into vehicle (vehicle_id, site_id, name, vehicle_class)
values (:#id, :#siteId, :#name, :#vehicleClass)
on duplicate key update site_id = values(site_id), name = values(name), vehicle_class = values(vehicle_class)

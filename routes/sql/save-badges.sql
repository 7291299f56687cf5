insert into badge (vehicle_id, badged_at, driver_id)
values (:#vehicleId, :#at, :#driverId)
on duplicate key update driver_id = values(driver_id)

insert into fetched_day (vehicle_id, site_day, fetched_at)
values (:#vehicleId, :#day, :#at)
on duplicate key update fetched_at = values(fetched_at)

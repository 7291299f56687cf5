delete from row_count
where iso_week = :#week and work = 'ACTIVITY' and scope_id = :#vehicleId

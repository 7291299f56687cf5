insert into exclusion (contest_id, iso_week, driver_id, reason, excluded_by, excluded_at)
values (:#contestId, :#week, :#driverId, :#reason, :#by, :#at)
on duplicate key update reason = values(reason), excluded_by = values(excluded_by), excluded_at = values(excluded_at)

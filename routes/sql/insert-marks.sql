insert into mark (contest_id, iso_week, driver_id, kind, ordinal, points, weight)
values (:#contestId, :#week, :#driverId, :#kind, :#ordinal, :#points, :#weight)

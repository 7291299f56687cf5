insert into event_set_aside (contest_id, iso_week, driver_id, vehicle_id, kind, event_at, reason, set_aside_by, decided_at)
values (:#contestId, :#week, :#driverId, :#vehicleId, :#kind, :#eventAt, :#reason, :#by, :#at)

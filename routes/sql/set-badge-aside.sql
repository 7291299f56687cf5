insert into badge_aside (vehicle_ref, driver_ref, badged_at, reason, source, seen_at)
values (:#vehicle, :#driver, :#at, :#reason, :#source, :#seenAt)
on duplicate key update reason = values(reason), source = values(source), seen_at = values(seen_at)

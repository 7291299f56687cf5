insert into driver_link (token_hash, contest_id, iso_week, driver_id, issued_at)
values (:#tokenHash, :#contestId, :#week, :#driverId, :#issuedAt)

insert into review_look (contest_id, iso_week, driver_id, looked_by, first_at, last_at, looks)
values (:#contestId, :#week, :#driverId, :#by, :#at, :#at, 1)
on duplicate key update last_at = values(last_at), looks = looks + 1

insert into review_change (act, contest_id, iso_week, revision, driver_id, kind, value_before, value_after, reason, changed_by,
    changed_at, undoes)
values (:#act, :#contestId, :#week, :#revision, :#driverId, :#kind, :#before, :#after, :#reason, :#by, :#at, :#undoes)

insert into amendment (contest_id, iso_week, driver_id, vehicle_id, kind, event_at, reason, amended_by, amended_at,
    score_before, score_after, place_before, place_after)
values (:#contestId, :#week, :#driverId, :#vehicleId, :#kind, :#eventAt, :#reason, :#by, :#at,
    :#scoreBefore, :#scoreAfter, :#placeBefore, :#placeAfter)

insert into shadow_score (change_id, contest_id, iso_week, driver_id, ordinal, league, score, place, score_real, place_real,
    gained, lost, harder, milder)
values (:#changeId, :#contestId, :#week, :#driverId, :#ordinal, :#league, :#score, :#place, :#scoreReal, :#placeReal,
    :#gained, :#lost, :#harder, :#milder)

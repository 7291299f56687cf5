insert into provider_score (contest_id, iso_week, driver_id, ordinal, league, excluded, week_km, km, week_driving_h,
    week_global, global_mark, global_of, place, ranked_of, reason_code, reason_found, reason_expected)
values (:#contestId, :#week, :#driverId, :#ordinal, :#league, :#excluded, :#weekKm, :#km, :#weekDrivingH,
    :#weekGlobal, :#global, :#globalOf, :#place, :#rankedOf, :#reasonCode, :#reasonFound, :#reasonExpected)

insert into driver_score (contest_id, iso_week, driver_id, revision, league, distance_km, moving_h, days_driven, coverage,
    class_a_km, class_b_km, class_c_km, class_d_km, event_km, acceleration_points, braking_points, acceleration_variance, braking_variance,
    score, doubt, ranked, rulebook)
values (:#contestId, :#week, :#driverId,
    (select revision from batch where contest_id = :#contestId and iso_week = :#week),
    :#league, :#distanceKm, :#movingH, :#days, :#coverage,
    :#classAKm, :#classBKm, :#classCKm, :#classDKm, :#eventKm, :#accelerationPoints, :#brakingPoints,
    :#accelerationVariance, :#brakingVariance, :#score, :#doubt, :#ranked, :#rulebook)

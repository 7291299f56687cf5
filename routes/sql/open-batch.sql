insert ignore into batch (contest_id, iso_week, batch_number, state, revision, rulebook, mean_acceleration_points,
    mean_braking_points, opened_at)
values (:#contestId, :#week, :#number, :#state, :#revision, :#rulebook, :#meanAccelerationPoints, :#meanBrakingPoints,
    :#openedAt)

insert into revised_score (contest_id, iso_week, revision_number, driver_id, league, km_before, km_after, score_before, score_after,
    place_before, place_after)
values (:#contestId, :#week, :#number, :#driverId, :#league, :#kmBefore, :#kmAfter, :#scoreBefore, :#scoreAfter,
    :#placeBefore, :#placeAfter)

insert into standing (contest_id, iso_week, driver_id, ordinal, league, place, ranked_of, places_gained, global_score,
    global_place)
values (:#contestId, :#week, :#driverId, :#ordinal, :#league, :#place, :#rankedOf, :#placesGained, :#globalScore,
    :#globalPlace)

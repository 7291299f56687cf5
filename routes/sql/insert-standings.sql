insert into standing (contest_id, iso_week, driver_id, ordinal, league, place, ex_aequo, ranked_of, places_gained, global_score,
    global_doubt, global_place)
values (:#contestId, :#week, :#driverId, :#ordinal, :#league, :#place, :#exAequo, :#rankedOf, :#placesGained, :#globalScore,
    :#globalDoubt, :#globalPlace)

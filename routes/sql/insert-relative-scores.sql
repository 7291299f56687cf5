insert into relative_score (contest_id, iso_week, driver_id, ordinal, league, excluded, global_of_30, place, ranked_of)
values (:#contestId, :#week, :#driverId, :#ordinal, :#league, :#excluded, :#global, :#place, :#rankedOf)

insert into scored_day (contest_id, iso_week, revision_number, vehicle_id, site_day, driver_id, facts_hash, distance_km)
values (:#contestId, :#week, :#number, :#vehicleId, :#day, :#driverId, :#factsHash, :#distanceKm)

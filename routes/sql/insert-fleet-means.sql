insert into fleet_mean (contest_id, iso_week, vehicle_class, acceleration_points_per_100_km, braking_points_per_100_km)
values (:#contestId, :#week, :#vehicleClass, :#accelerationPoints, :#brakingPoints)

insert into contest_vehicle (contest_id, vehicle_id, ordinal)
values (:#contestId, :#vehicleId, :#ordinal)

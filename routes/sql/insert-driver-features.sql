insert into driver_feature (contest_id, iso_week, driver_id, feature, feature_value)
values (:#contestId, :#week, :#driverId, :#feature, :#value)

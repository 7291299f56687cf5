insert into feature_mark (contest_id, iso_week, driver_id, mark_kind, ordinal, feature, feature_value, points, weight,
    rule_name)
values (:#contestId, :#week, :#driverId, :#markKind, :#ordinal, :#feature, :#value, :#points, :#weight, :#rule)

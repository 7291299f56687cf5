insert into score_reason (contest_id, iso_week, driver_id, ordinal, code, found_value, expected_value, rule_name)
values (:#contestId, :#week, :#driverId, :#ordinal, :#code, :#found, :#expected, :#rule)

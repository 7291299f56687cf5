insert ignore into objection (objection_id, contest_id, iso_week, driver_id, vehicle_id, kind, event_at, severity, points,
    rule_name, rulebook, words, raised_at, state)
values (:#id, :#contestId, :#week, :#driverId, :#vehicleId, :#kind, :#eventAt, :#severity, :#points,
    :#rule, :#rulebook, :#words, :#raisedAt, 'OPEN')

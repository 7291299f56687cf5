select objection_id, contest_id, iso_week, driver_id, vehicle_id, kind, event_at, severity, points, rule_name, rulebook,
    words, raised_at, state, reason, decided_by, decided_at
from objection
where contest_id = :#contestId and iso_week = :#week and driver_id = :#driverId
order by raised_at, objection_id

select objection_id, contest_id, iso_week, driver_id, vehicle_id, kind, event_at, severity, points, rule_name, rulebook,
    words, raised_at, state, reason, decided_by, decided_at
from objection
order by case when state = 'OPEN' then 0 else 1 end, raised_at desc, objection_id
limit 200

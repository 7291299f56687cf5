select driver_id, vehicle_id, kind, event_at, reason, set_aside_by, decided_at
from event_set_aside
where contest_id = :#contestId
  and iso_week = :#week
order by driver_id, event_at, vehicle_id, kind

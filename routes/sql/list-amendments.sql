select driver_id, vehicle_id, kind, event_at, reason, amended_by, amended_at, score_before, score_after,
       place_before, place_after
from amendment
where contest_id = :#contestId
  and iso_week = :#week
order by amendment_id

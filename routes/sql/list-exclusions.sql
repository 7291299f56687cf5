select driver_id, reason, excluded_by, excluded_at
from exclusion
where contest_id = :#contestId
  and iso_week = :#week
order by driver_id

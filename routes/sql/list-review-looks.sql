select driver_id, looked_by, first_at, last_at, looks
from review_look
where contest_id = :#contestId
  and iso_week = :#week
order by first_at, looked_by, driver_id

select iso_week, driver_id, kind, moves, raw_score, moves_to_date, raw_to_date, mark_of_10, reason_code, reason_found,
       reason_expected
from relative_mark
where contest_id = :#contestId
  and iso_week = :#week
order by driver_id, ordinal

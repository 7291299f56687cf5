select iso_week, driver_id, league, excluded, global_of_30, place, ranked_of
from relative_score
where contest_id = :#contestId
  and iso_week = :#week
order by ordinal

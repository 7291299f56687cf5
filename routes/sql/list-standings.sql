select driver_id, league, place, ex_aequo, ranked_of, places_gained, global_score, global_doubt, global_place
from standing
where contest_id = :#contestId
  and iso_week = :#week
order by ordinal

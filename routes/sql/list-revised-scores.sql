select revision_number, driver_id, league, km_before, km_after, score_before, score_after, place_before, place_after
from revised_score
where contest_id = :#contestId
  and iso_week = :#week
order by revision_number, driver_id

select contest_id, iso_week, driver_id, league, score, place, score_real, place_real, gained, lost, harder, milder
from shadow_score
where change_id = :#changeId
order by contest_id, iso_week desc, ordinal

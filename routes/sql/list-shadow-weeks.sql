select contest_id, iso_week, scored_at, problem
from shadow_week
where change_id = :#changeId
order by contest_id, iso_week desc

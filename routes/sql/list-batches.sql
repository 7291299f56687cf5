select contest_id, iso_week, batch_number, state, revision, rulebook, opened_at, closed_at
from batch
where contest_id = :#contestId
order by iso_week desc

select contest_id, iso_week, batch_number, state, revision, rulebook, opened_at, closed_at
from batch
where state = :#state
order by contest_id, iso_week

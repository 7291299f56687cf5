select contest_id, iso_week, batch_number, state, revision, rulebook, opened_at, closed_at
from batch
where contest_id = :#contestId
  and iso_week = :#week

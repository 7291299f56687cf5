select revision_number, revised_at, revised_by, reason, rulebook
from week_revision
where contest_id = :#contestId
  and iso_week = :#week
order by revision_number

select act, revision, driver_id, kind, value_before, value_after, reason, changed_by, changed_at, undoes
from review_change
where contest_id = :#contestId
  and iso_week = :#week
order by change_id desc

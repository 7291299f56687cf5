update batch
set state = :#state
where contest_id = :#contestId
  and iso_week = :#week

update batch
set state = 'CLOSED', closed_at = :#at
where contest_id = :#contestId
  and iso_week = :#week

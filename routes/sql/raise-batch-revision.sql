update batch
set revision = revision + 1
where contest_id = :#contestId
  and iso_week = :#week
  and state not in ('SENDING', 'PUBLISHED', 'CLOSED')

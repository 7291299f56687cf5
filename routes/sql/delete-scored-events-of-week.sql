delete from scored_event
where contest_id = :#contestId
  and iso_week = :#week

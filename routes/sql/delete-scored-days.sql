delete from scored_day
where contest_id = :#contestId
  and iso_week = :#week
  and revision_number = :#number

delete from standing
where contest_id = :#contestId
  and iso_week = :#week

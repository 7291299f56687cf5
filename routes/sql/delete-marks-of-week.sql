delete from mark
where contest_id = :#contestId
  and iso_week = :#week

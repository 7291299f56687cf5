delete from relative_mark
where contest_id = :#contestId
  and iso_week = :#week

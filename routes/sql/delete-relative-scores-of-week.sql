delete from relative_score
where contest_id = :#contestId
  and iso_week = :#week

delete from driver_score
where contest_id = :#contestId
  and iso_week = :#week

delete from score_reason
where contest_id = :#contestId
  and iso_week = :#week

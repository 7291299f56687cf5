delete from provider_score
where contest_id = :#contestId
  and iso_week = :#week

delete from provider_mark
where contest_id = :#contestId
  and iso_week = :#week

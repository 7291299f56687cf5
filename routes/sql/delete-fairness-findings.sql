delete from fairness_finding
where contest_id = :#contestId
  and iso_week = :#week

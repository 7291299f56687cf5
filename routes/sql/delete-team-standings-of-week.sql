delete from team_standing
where contest_id = :#contestId
  and iso_week = :#week

select team_id, name, place, score, ranked_members, members
from team_standing
where contest_id = :#contestId
  and iso_week = :#week
order by ordinal

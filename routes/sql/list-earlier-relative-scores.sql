select s.iso_week, s.driver_id, s.league, s.excluded, s.global_of_30, s.place, s.ranked_of
from relative_score s
join batch b on b.contest_id = s.contest_id and b.iso_week = s.iso_week
where s.contest_id = :#contestId
  and s.iso_week < :#week
  and b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED')
order by s.iso_week, s.ordinal

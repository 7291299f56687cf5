select m.iso_week, m.driver_id, m.kind, m.points, m.weight
from mark m
join batch b on b.contest_id = m.contest_id and b.iso_week = m.iso_week
where m.contest_id = :#contestId
  and m.iso_week >= :#fromWeek
  and m.iso_week < :#beforeWeek
  and (:#onlyResults = 0 or b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED'))
order by m.iso_week, m.driver_id, m.ordinal

select m.iso_week, m.driver_id, m.mark_kind, m.feature, m.feature_value, m.points, m.weight, m.rule_name
from feature_mark m
join batch b on b.contest_id = m.contest_id and b.iso_week = m.iso_week
where m.contest_id = :#contestId
  and m.iso_week >= :#fromWeek
  and m.iso_week < :#beforeWeek
  and (:#onlyResults = 0 or b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED'))
order by m.iso_week, m.driver_id, m.mark_kind, m.ordinal

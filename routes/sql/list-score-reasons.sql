select r.iso_week, r.driver_id, r.code, r.found_value, r.expected_value, r.rule_name
from score_reason r
join batch b on b.contest_id = r.contest_id and b.iso_week = r.iso_week
where r.contest_id = :#contestId
  and r.iso_week >= :#fromWeek
  and r.iso_week < :#beforeWeek
  and (:#onlyResults = 0 or b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED'))
order by r.iso_week, r.driver_id, r.ordinal

select f.iso_week, f.driver_id, f.feature, f.feature_value
from driver_feature f
join batch b on b.contest_id = f.contest_id and b.iso_week = f.iso_week
where f.contest_id = :#contestId
  and f.iso_week >= :#fromWeek
  and f.iso_week < :#beforeWeek
  and (:#onlyResults = 0 or b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED'))
order by f.iso_week, f.driver_id

select m.iso_week, m.driver_id, m.kind, m.week_events, m.events, m.rate, m.percentile, m.week_mark, m.mark_of_10
from provider_mark m
where m.contest_id = :#contestId
  and m.iso_week = :#week
order by m.driver_id, m.ordinal

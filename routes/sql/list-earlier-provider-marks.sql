select m.iso_week, m.driver_id, m.kind, m.week_events, m.events, m.rate, m.percentile, m.week_mark, m.mark_of_10
from provider_mark m
join batch b on b.contest_id = m.contest_id and b.iso_week = m.iso_week
where m.contest_id = :#contestId
  and m.iso_week < :#week
  and b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED')
order by m.iso_week, m.driver_id, m.ordinal

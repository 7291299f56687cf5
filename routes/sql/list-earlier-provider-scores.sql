select s.iso_week, s.driver_id, s.league, s.excluded, s.week_km, s.km, s.week_driving_h, s.week_global, s.global_mark, s.global_of,
    s.place, s.ranked_of, s.reason_code, s.reason_found, s.reason_expected
from provider_score s
join batch b on b.contest_id = s.contest_id and b.iso_week = s.iso_week
where s.contest_id = :#contestId
  and s.iso_week < :#week
  and b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED')
order by s.iso_week, s.ordinal

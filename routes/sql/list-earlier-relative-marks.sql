select m.iso_week, m.driver_id, m.kind, m.moves, m.raw_score, m.moves_to_date, m.raw_to_date, m.mark_of_10,
       m.reason_code, m.reason_found, m.reason_expected
from relative_mark m
join batch b on b.contest_id = m.contest_id and b.iso_week = m.iso_week
where m.contest_id = :#contestId
  and m.iso_week < :#week
  and b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED')
order by m.iso_week, m.driver_id, m.ordinal

select kind, noted_at
from review_notice
where contest_id = :#contestId
  and iso_week = :#week
order by noted_at, kind

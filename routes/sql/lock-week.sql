select state
from batch
where contest_id = :#contestId
  and iso_week = :#week
for update

select state, count(*) as messages
from sms_outbox
where contest_id = :#contestId
  and iso_week = :#week
group by state

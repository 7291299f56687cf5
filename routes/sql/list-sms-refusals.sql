select driver_id, code
from sms_refusal
where contest_id = :#contestId
  and iso_week = :#week
order by driver_id

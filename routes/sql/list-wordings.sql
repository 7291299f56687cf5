select driver_id, wording, proposed_text, worded_by, worded_at
from sms_wording
where contest_id = :#contestId
  and iso_week = :#week
order by driver_id

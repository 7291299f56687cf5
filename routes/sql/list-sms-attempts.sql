select attempt_no, started_at, ended_at, outcome, http_status
from sms_attempt
where outbox_id = :#id
order by attempt_no

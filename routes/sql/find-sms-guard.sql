select database_id, marker, paused_at, pause_reason, lifted_by, lifted_at
from sms_guard
where guard_id = 1

update sms_guard
set paused_at = null, pause_reason = null, lifted_by = :#by, lifted_at = :#now, marker = :#marker
where guard_id = 1
  and paused_at is not null

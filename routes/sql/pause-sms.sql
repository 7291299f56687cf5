update sms_guard
set paused_at = :#now, pause_reason = :#reason
where guard_id = 1
  and paused_at is null

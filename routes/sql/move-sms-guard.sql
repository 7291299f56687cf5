update sms_guard
set marker = marker + 1
where guard_id = 1
  and paused_at is null

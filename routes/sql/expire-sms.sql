update sms_outbox
set state = 'EXPIRED', provider_status = 'no receipt came', changed_at = :#now
where contest_id = :#contestId
  and iso_week = :#week
  and state = 'ACCEPTED'

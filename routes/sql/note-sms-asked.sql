update sms_outbox
set asked_at = :#now
where id = :#id
  and state = 'AMBIGUOUS'
  and asked_at is null

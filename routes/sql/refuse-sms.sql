update sms_outbox
set state = 'REJECTED', provider_status = :#detail, changed_at = :#now
where id = :#id
  and state = 'READY'

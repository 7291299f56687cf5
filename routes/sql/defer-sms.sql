update sms_outbox
set not_before = :#notBefore
where id = :#id
  and state = 'READY'

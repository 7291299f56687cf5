update sms_outbox
set asked_at = null
where id = :#id

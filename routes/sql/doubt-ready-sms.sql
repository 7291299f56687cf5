update sms_outbox
set state = 'AMBIGUOUS', provider_status = 'the database was restored: it may have been sent before', changed_at = :#now
where state = 'READY'

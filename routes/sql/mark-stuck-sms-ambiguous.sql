update sms_outbox
set state = 'AMBIGUOUS', provider_status = 'the sender stopped before it noted an outcome', changed_at = :#now
where state = 'SENDING'
  and claimed_at < :#claimedBefore

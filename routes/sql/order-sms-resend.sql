-- not before ten minutes after the attempt, so that a call under way has ended
update sms_outbox
set state = 'READY', not_before = claimed_at + interval '10' minute, changed_at = :#now
where id = :#id
  and state = 'AMBIGUOUS'

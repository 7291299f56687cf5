update sms_outbox
set state = 'ABANDONED', changed_at = :#now
where id = :#id
  and state = 'AMBIGUOUS'

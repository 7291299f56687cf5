update mail_outbox
set state = 'SENDING', claimed_at = :#at
where mail_id = :#mailId
  and state = 'READY'

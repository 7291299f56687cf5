update mail_outbox
set state = :#state, ended_at = :#at, failure = :#failure
where mail_id = :#mailId
  and state = 'SENDING'

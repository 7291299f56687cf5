update objection
set state = :#state, reason = :#reason, decided_by = :#by, decided_at = :#at
where objection_id = :#id and state = 'OPEN'

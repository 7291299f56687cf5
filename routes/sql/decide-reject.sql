update reject
set state = :#state, reason = :#reason, decided_by = :#by, decided_at = :#at, decision_reason = :#why
where reject_id = :#id
  and state = :#before

update rule_change
set state = :#to, from_week = :#fromWeek, decided_by = :#by, decided_at = :#at, reason = :#reason
where change_id = :#id
  and state = :#from

update rule_activation
set revoked_at = :#at
where change_id = :#changeId
  and revoked_at is null

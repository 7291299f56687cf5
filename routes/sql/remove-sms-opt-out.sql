update sms_opt_out
set removed_by = :#by, removed_at = :#at, removed_why = :#why
where number_hash = :#numberHash
  and removed_at is null

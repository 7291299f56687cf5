update backfill
set state = :#state, ended_at = :#at, ended_by = :#by
where backfill_id = :#id
  and state = 'RUNNING'

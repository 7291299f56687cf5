insert into backfill (backfill_id, fetch_scope, from_day, to_day, reason, requested_by, requested_at, state)
values (:#id, :#scope, :#fromDay, :#toDay, :#reason, :#by, :#at, :#state)

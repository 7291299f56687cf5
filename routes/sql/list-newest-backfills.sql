select backfill_id, fetch_scope, from_day, to_day, reason, requested_by, requested_at, state, done_to, ended_at, ended_by
from backfill
order by requested_at desc, backfill_id desc
limit :#maxRows

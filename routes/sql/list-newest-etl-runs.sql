select source, vehicle_id, from_day, to_day, started_at, duration_ms, rows_read, rows_loaded, rows_unchanged, rows_rejected
from etl_run
order by run_id desc
limit :#maxRows

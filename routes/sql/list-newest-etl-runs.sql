select source, vehicle_id, from_day, to_day, started_at, duration_ms, rows_loaded, rows_updated, rows_unchanged,
    rows_rejected, rows_held, rows_off_hours
from etl_run
order by run_id desc
limit :#maxRows

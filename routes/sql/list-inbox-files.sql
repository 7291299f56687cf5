select file_name, kept_as, content_hash, vehicle_id, byte_count, state, ended_at, rows_fresh, rows_updated, rows_unchanged,
    rows_rejected, rows_held, rows_off_hours, mistake, mistake_line, mistake_details
from inbox_file
where ended_at >= :#since
order by file_id desc
limit :#maxRows

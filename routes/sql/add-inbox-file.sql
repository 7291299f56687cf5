insert into inbox_file (file_name, kept_as, content_hash, vehicle_id, byte_count, state, ended_at, rows_fresh, rows_updated,
    rows_unchanged, rows_rejected, rows_held, rows_off_hours, mistake, mistake_line, mistake_details)
values (:#name, :#keptAs, :#hash, :#vehicleId, :#bytes, :#state, :#endedAt, :#fresh, :#updated,
    :#unchanged, :#rejected, :#held, :#offHours, :#mistake, :#line, :#details)

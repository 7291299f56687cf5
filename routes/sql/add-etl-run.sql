insert into etl_run (source, vehicle_id, from_day, to_day, started_at, ended_at, duration_ms, rows_read, rows_loaded,
    rows_updated, rows_unchanged, rows_rejected, rows_held, rows_off_hours)
values (:#source, :#vehicleId, :#fromDay, :#toDay, :#startedAt, :#endedAt, :#durationMs, :#rowsRead, :#rowsLoaded,
    :#rowsUpdated, :#rowsUnchanged, :#rowsRejected, :#rowsHeld, :#rowsOffHours)

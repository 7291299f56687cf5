update trace_day
set revision = :#revision, fix_count = :#fixCount, first_at = :#firstAt, last_at = :#lastAt, fixes = :#fixes
where vehicle_id = :#vehicleId
  and site_day = :#day

select count(*) as readings, max(rows_fresh + rows_updated + rows_unchanged + rows_off_hours) as rows_read
from inbox_file
where content_hash = :#hash
  and vehicle_id = :#vehicleId
  and state = 'DONE'
  and rows_rejected = 0
  and rows_held = 0

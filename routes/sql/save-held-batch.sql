update held_batch
set fix_count = :#fixCount, fixes = :#fixes
where source = :#source
  and vehicle_id = :#vehicleId
  and site_day = :#day
  and mistake = :#mistake

select state, fixes
from held_batch
where source = :#source
  and vehicle_id = :#vehicleId
  and site_day = :#day
  and mistake = :#mistake
for update

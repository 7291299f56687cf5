select fix_count
from trace_day
where vehicle_id = :#vehicleId
  and site_day = :#day

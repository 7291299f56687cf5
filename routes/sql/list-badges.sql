select vehicle_id, driver_id, badged_at
from badge
where vehicle_id = :#vehicleId
  and badged_at >= :#fromTime
  and badged_at < :#toTime
order by badged_at

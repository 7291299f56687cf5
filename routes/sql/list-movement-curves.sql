select site_day, curve_number, trip_number, kind, began_at, speeds_kmh
from movement_curve
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day, curve_number

select site_day, gradient_number, trip_number, kind, middle_at, samples, min_speed_kmh, max_speed_kmh, sd_speed_kmh
from gradient
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day, gradient_number

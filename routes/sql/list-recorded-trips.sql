select driver_id, vehicle_id, distance_km, median_interval_s, doppler_share, speed_accuracy_mps
from trip
where driver_id is not null
  and vehicle_id in (:#in:vehicleIds)
  and site_day between :#fromDay and :#toDay
order by vehicle_id, site_day, trip_number

select iso_week, driver_id, vehicle_id, interval_s, speed_accuracy_mps, doppler_share, sampling_class, device_class
from device_week
where contest_id = :#contestId
  and iso_week = :#week
order by driver_id

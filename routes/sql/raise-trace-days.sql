update trace_day
set revision = revision + 1
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay

delete from judged_standstill
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay

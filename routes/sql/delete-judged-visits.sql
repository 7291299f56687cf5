delete from judged_visit
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay

update fetch_problem
set to_day = :#dayBefore
where vehicle_id = :#vehicleId
  and source = :#source
  and to_day >= :#fromDay
  and to_day <= :#toDay

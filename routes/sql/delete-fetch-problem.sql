delete from fetch_problem
where vehicle_id = :#vehicleId
  and source = :#source
  and from_day >= :#fromDay
  and to_day <= :#toDay

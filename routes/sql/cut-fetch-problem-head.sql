update fetch_problem
set from_day = :#dayAfter
where vehicle_id = :#vehicleId
  and source = :#source
  and from_day >= :#fromDay
  and from_day <= :#toDay

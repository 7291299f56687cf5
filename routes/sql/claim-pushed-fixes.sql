update push_fix
set claim = :#claim
where vehicle_id = :#vehicleId
  and source = :#source
  and push_id <= :#bound

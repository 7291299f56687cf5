delete from push_fix
where vehicle_id = :#vehicleId
  and claim = :#claim

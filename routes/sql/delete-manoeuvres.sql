delete from manoeuvre
where vehicle_id = :#vehicleId
  and site_day = :#day

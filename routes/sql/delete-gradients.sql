delete from gradient
where vehicle_id = :#vehicleId
  and site_day = :#day

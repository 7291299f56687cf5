delete from movement_curve
where vehicle_id = :#vehicleId
  and site_day = :#day

delete from standstill
where vehicle_id = :#vehicleId
  and site_day = :#day

delete from trip
where vehicle_id = :#vehicleId
  and site_day = :#day

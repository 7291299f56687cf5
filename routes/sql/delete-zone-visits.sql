delete from zone_visit
where vehicle_id = :#vehicleId
  and site_day = :#day

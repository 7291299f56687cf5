delete from day_facts
where vehicle_id = :#vehicleId
  and site_day = :#day

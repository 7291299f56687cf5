delete from data_note
where vehicle_id = :#vehicleId
  and site_day = :#day

delete from kpi_incomplete
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay

delete from kpi_idle_class
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay

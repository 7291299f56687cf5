delete from driver_feature
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id in (:#in:driverIds)

delete from exclusion
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id = :#driverId

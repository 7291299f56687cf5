delete from scored_event
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id in (:#in:driverIds)

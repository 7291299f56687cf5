delete from device_week
where contest_id = :#contestId
  and iso_week = :#week

delete from sms_wording
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id = :#driverId

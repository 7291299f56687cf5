update driver_score
set sheet_sha256 = :#sha256,
    sheet_line_checks = :#lineChecks
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id = :#driverId

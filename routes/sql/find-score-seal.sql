select sheet_sha256, sheet_line_checks
from driver_score
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id = :#driverId
  and sheet_sha256 is not null

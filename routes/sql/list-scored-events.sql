select vehicle_id, vehicle_class, counted, kind, began_at, duration_s, peak_mps2, guard_mps2, start_speed_kmh, latitude_deg,
       longitude_deg, severity, points, rule_name
from scored_event
where contest_id = :#contestId
  and iso_week = :#week
  and driver_id = :#driverId
order by ordinal

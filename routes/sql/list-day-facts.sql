select vehicle_id, site_day, algorithm, trace_revision, fixes_read, fixes_kept
from day_facts
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day

select site_day, fetched_at
from fetched_day
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day

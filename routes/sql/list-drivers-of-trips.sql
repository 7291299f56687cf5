select distinct driver_id
from trip
where vehicle_id in (:#in:vehicleIds)
  and site_day between :#fromDay and :#toDay
  and driver_id is not null
order by driver_id

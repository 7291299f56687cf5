select distinct driver_id, vehicle_id
from trip
where site_day between :#fromDay and :#toDay
  and driver_id is not null

select distinct vehicle_id, site_day
from trip
where vehicle_id in (:#in:vehicleIds)
  and site_day between :#fromDay and :#toDay
order by vehicle_id, site_day

select driver_id as entity_id, sum(distance_km) as distance_km
from trip
where driver_id in (:#in:ids)
  and site_day between :#fromDay and :#toDay
group by driver_id

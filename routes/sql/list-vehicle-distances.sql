select vehicle_id as entity_id, sum(distance_km) as distance_km
from trip
where vehicle_id in (:#in:ids)
  and site_day between :#fromDay and :#toDay
group by vehicle_id

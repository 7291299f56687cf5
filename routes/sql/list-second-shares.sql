select driver_id,
       sum(case when median_interval_s <= :#everySecondS then distance_km else 0 end) / sum(distance_km) as second_share
from trip
where vehicle_id in (:#in:vehicleIds)
  and site_day between :#fromDay and :#toDay
  and driver_id is not null
group by driver_id
having sum(distance_km) > 0

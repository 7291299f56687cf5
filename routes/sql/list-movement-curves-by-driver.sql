select t.driver_id, c.curve_number, c.trip_number, c.kind, c.began_at, c.speeds_kmh
from trip t
join movement_curve c on c.vehicle_id = t.vehicle_id and c.site_day = t.site_day and c.trip_number = t.trip_number
where t.vehicle_id in (:#in:vehicleIds)
  and t.site_day between :#fromDay and :#toDay
  and t.driver_id is not null
order by c.vehicle_id, c.site_day, c.curve_number

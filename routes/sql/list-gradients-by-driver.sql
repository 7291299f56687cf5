select t.driver_id, g.gradient_number, g.trip_number, g.kind, g.middle_at, g.samples, g.min_speed_kmh,
       g.max_speed_kmh, g.sd_speed_kmh
from trip t
join gradient g on g.vehicle_id = t.vehicle_id and g.site_day = t.site_day and g.trip_number = t.trip_number
where t.vehicle_id in (:#in:vehicleIds)
  and t.site_day between :#fromDay and :#toDay
  and t.driver_id is not null
order by g.vehicle_id, g.site_day, g.gradient_number

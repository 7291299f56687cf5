select m.vehicle_id, m.site_day, m.manoeuvre_number, m.trip_number,
       m.kind, m.began_at, m.duration_s, m.peak_mps2, m.guard_mps2,
       m.start_speed_kmh, m.latitude_deg, m.longitude_deg, m.step_s, m.profile_mps2, m.profile_kmh
from trip t
join manoeuvre m on m.vehicle_id = t.vehicle_id and m.site_day = t.site_day and m.trip_number = t.trip_number
where t.driver_id in (:#in:driverIds)
  and t.site_day between :#fromDay and :#toDay
  and m.peak_mps2 >= :#fromMps2
order by m.vehicle_id, m.site_day, m.manoeuvre_number

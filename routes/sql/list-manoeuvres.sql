select m.site_day, m.manoeuvre_number, m.trip_number,
       m.kind, m.began_at, m.duration_s, m.peak_mps2, m.guard_mps2,
       m.start_speed_kmh, m.latitude_deg, m.longitude_deg, m.step_s, m.profile_mps2, m.profile_kmh
from manoeuvre m
where m.vehicle_id = :#vehicleId
  and m.site_day between :#fromDay and :#toDay
order by m.site_day, m.manoeuvre_number

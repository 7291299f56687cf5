select m.vehicle_id, m.site_day, m.manoeuvre_number, m.trip_number,
       m.kind, m.began_at, m.duration_s, m.peak_mps2, m.guard_mps2,
       m.start_speed_kmh, m.latitude_deg, m.longitude_deg, m.step_s, m.profile_mps2, m.profile_kmh
from contest_vehicle c
join day_facts d on d.vehicle_id = c.vehicle_id and d.site_day between :#fromDay and :#toDay
join manoeuvre m on m.vehicle_id = d.vehicle_id and m.site_day = d.site_day
where c.contest_id = :#contestId
  and m.peak_mps2 >= :#fromMps2
order by m.vehicle_id, m.site_day, m.manoeuvre_number

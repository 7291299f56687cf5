select k.vehicle_id, k.site_day, k.coverage, k.shown, k.track_h, k.idle_2019_h, k.cycles_2019, k.moving_s, k.idle_s,
    k.wait_s, k.service_s, k.break_s, k.traffic_s, k.off_s, k.standstill_s, k.short_stop_s, k.distance_km,
    k.cycles_complete, k.cycles_incomplete, k.pass_throughs, k.loaded_km, k.empty_km, k.rulebook
from kpi_day k
join vehicle v on v.vehicle_id = k.vehicle_id
where v.site_id = :#siteId
  and k.site_day between :#fromDay and :#toDay
order by k.vehicle_id, k.site_day

select k.vehicle_id, k.site_day, k.ordinal, k.driver_id, k.shift_name, k.started_at, k.ended_at, k.latitude_deg,
    k.longitude_deg, k.zone_name, k.zone_type, k.inferred, k.idle_class, k.counts_as, k.rule_name
from judged_standstill k
join vehicle v on v.vehicle_id = k.vehicle_id
where v.site_id = :#siteId
  and k.site_day between :#fromDay and :#toDay
order by k.vehicle_id, k.site_day, k.ordinal

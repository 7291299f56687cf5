select t.site_day
from trace_day t
left join day_facts f on f.vehicle_id = t.vehicle_id and f.site_day = t.site_day
where t.vehicle_id = :#vehicleId
  and t.site_day between :#fromDay and :#toDay
  and (f.vehicle_id is null or f.trace_revision < t.revision or f.algorithm <> :#algorithm)
order by t.site_day

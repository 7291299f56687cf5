select t.vehicle_id, t.site_day
from trace_day t
join vehicle v on v.vehicle_id = t.vehicle_id
left join day_facts f on f.vehicle_id = t.vehicle_id and f.site_day = t.site_day
where f.vehicle_id is null
   or f.trace_revision < t.revision
   or f.algorithm = ''
order by t.vehicle_id, t.site_day

select t.vehicle_id, t.last_at
from trace_day t
join (select vehicle_id, max(site_day) as newest from trace_day where fix_count > 0 group by vehicle_id) n
  on n.vehicle_id = t.vehicle_id and n.newest = t.site_day
order by t.vehicle_id

select t.vehicle_id, max(t.last_at) as last_fix_at
from vehicle v
join trace_day t on t.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and t.site_day between :#fromDay and :#toDay
group by t.vehicle_id

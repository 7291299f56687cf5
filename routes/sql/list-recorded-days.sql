select t.vehicle_id, t.site_day
from vehicle v
join trace_day t on t.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and t.site_day between :#fromDay and :#toDay
  and t.fix_count > 0

select n.vehicle_id, n.kind, sum(n.fix_count) as fixes
from vehicle v
join data_note n on n.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and n.site_day between :#fromDay and :#toDay
group by n.vehicle_id, n.kind

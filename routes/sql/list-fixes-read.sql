select f.vehicle_id, sum(f.fixes_read) as fixes
from vehicle v
join day_facts f on f.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and f.site_day between :#fromDay and :#toDay
group by f.vehicle_id

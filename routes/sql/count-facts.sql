select count(*) as days
from day_facts f
join vehicle v on v.vehicle_id = f.vehicle_id
where v.site_id = :#siteId
  and f.site_day between :#fromDay and :#toDay

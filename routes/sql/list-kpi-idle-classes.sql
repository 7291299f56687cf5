select k.vehicle_id, k.site_day, k.idle_class, k.stood_s
from kpi_idle_class k
join vehicle v on v.vehicle_id = k.vehicle_id
where v.site_id = :#siteId
  and k.site_day between :#fromDay and :#toDay
order by k.vehicle_id, k.site_day, k.idle_class

select k.vehicle_id, k.site_day, k.reason, k.cycles
from kpi_incomplete k
join vehicle v on v.vehicle_id = k.vehicle_id
where v.site_id = :#siteId
  and k.site_day between :#fromDay and :#toDay
order by k.vehicle_id, k.site_day, k.reason

select vehicle_id, count(*) as fetched_days
from fetched_day
where site_day between :#fromDay and :#toDay
  and fetched_at >= :#since
group by vehicle_id
order by vehicle_id

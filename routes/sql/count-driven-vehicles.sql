select t.site_day, count(distinct t.vehicle_id) as vehicles
from contest_vehicle c
join trip t on t.vehicle_id = c.vehicle_id
where c.contest_id = :#contestId
  and t.site_day between :#fromDay and :#toDay
group by t.site_day

select f.vehicle_id, f.site_day, coalesce(t.driver_id, '') as driver_id, f.facts_hash,
    coalesce(sum(t.distance_km), 0) as distance_km
from contest_vehicle c
join day_facts f on f.vehicle_id = c.vehicle_id
left join trip t on t.vehicle_id = f.vehicle_id and t.site_day = f.site_day
where c.contest_id = :#contestId
  and f.site_day between :#fromDay and :#toDay
group by f.vehicle_id, f.site_day, coalesce(t.driver_id, ''), f.facts_hash
order by f.site_day, f.vehicle_id, driver_id

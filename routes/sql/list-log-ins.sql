select b.vehicle_id, b.driver_id, b.badged_at, case when v.vehicle_id is null then 0 else 1 end as vehicle_known
from badge b
left join vehicle v on v.vehicle_id = b.vehicle_id
left join driver d on d.driver_id = b.driver_id
where b.badged_at >= :#fromTime
  and b.badged_at < :#toTime
  and coalesce(v.site_id, d.site_id) = :#siteId
order by b.badged_at

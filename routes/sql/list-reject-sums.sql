select r.vehicle_id, r.reason, sum(r.fix_count) as fixes
from vehicle v
join reject r on r.vehicle_id = v.vehicle_id
where v.site_id = :#siteId
  and r.state = 'NEW'
  and r.last_received_at >= :#fromTime
  and (r.fix_at is null or r.fix_at between :#fromTime and :#toTime)
group by r.vehicle_id, r.reason

select r.vehicle_id, sum(r.rows_loaded) as fresh, sum(r.rows_updated) as updated, sum(r.rows_unchanged) as unchanged,
       sum(r.rows_rejected) as rejected, sum(r.rows_held) as held, sum(r.rows_off_hours) as off_hours
from etl_run r
join vehicle v on v.vehicle_id = r.vehicle_id
where v.site_id = :#siteId
  and r.ended_at >= :#fromTime
  and r.to_day >= :#fromDay
  and r.from_day <= :#toDay
  and r.source <> 'make-facts'
group by r.vehicle_id

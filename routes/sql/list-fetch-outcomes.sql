select v.trace_source, r.source as step, count(*) as runs
from etl_run r
join vehicle v on v.vehicle_id = r.vehicle_id
where r.source in ('fetch-fixes', 'fetch-failed')
  and r.ended_at >= :#since
group by v.trace_source, r.source
order by v.trace_source, r.source

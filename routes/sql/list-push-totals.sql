select source, sum(rows_loaded) as rows_loaded, sum(rows_updated) as rows_updated, sum(rows_unchanged) as rows_unchanged,
    sum(rows_rejected) as rows_rejected, sum(rows_held) as rows_held, sum(rows_off_hours) as rows_off_hours,
    max(ended_at) as last_at
from etl_run
where (source like 'push/%' or source like 'eco-events/%')
  and ended_at >= :#fromTime
group by source
order by source

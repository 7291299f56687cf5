select source, vehicle_id, site_day, mistake, found_ratio, fix_count, received_at, state, decided_by, decided_at,
    decision_reason
from held_batch
order by case when state = 'WAITING' then 0 else 1 end, decided_at desc, vehicle_id, site_day, source, mistake
limit :#maxRows

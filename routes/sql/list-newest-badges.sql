select b.vehicle_id, b.driver_id, b.badged_at
from badge b
join (select vehicle_id, max(badged_at) as newest from badge where badged_at <= :#now group by vehicle_id) n
    on n.vehicle_id = b.vehicle_id and n.newest = b.badged_at
order by b.vehicle_id

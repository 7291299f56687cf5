select source, vehicle_id, count(*) as waiting, min(received_at) as since
from push_fix
group by source, vehicle_id
order by source, vehicle_id

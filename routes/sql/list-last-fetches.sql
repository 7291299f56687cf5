select vehicle_id, max(fetched_at) as fetched_at
from fetched_day
group by vehicle_id
order by vehicle_id

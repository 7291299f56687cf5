select vehicle_id, source, from_day, to_day, attempts, message, since, last_at
from fetch_problem
order by vehicle_id, source

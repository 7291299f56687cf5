select contest_id, vehicle_id
from contest_vehicle
order by contest_id, ordinal

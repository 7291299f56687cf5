select vehicle_id
from vehicle
where vehicle_id = :#vehicleId
for update

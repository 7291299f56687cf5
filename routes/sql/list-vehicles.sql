select vehicle_id, site_id, name, vehicle_class
from vehicle
order by vehicle_id

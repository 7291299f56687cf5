select vehicle_id, site_id, name, vehicle_class, trace_source, source_ref
from vehicle
order by vehicle_id

select vehicle_id, site_id, name, vehicle_class, trace_source, source_ref
from vehicle
where trace_source = :#source
  and source_ref in (:#in:refs)
order by vehicle_id

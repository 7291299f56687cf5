select vehicle_id, event_type, count(*) as events
from behaviour_event
where source = :#source
  and vehicle_id in (:#in:vehicleIds)
  and happened_at >= :#fromTime
  and happened_at < :#toTime
group by vehicle_id, event_type

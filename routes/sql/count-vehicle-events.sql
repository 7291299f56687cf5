select vehicle_id as entity_id, event_type, count(*) as events
from behaviour_event
where source = :#source
  and vehicle_id in (:#in:ids)
  and happened_at >= :#fromTime
  and happened_at < :#toTime
group by vehicle_id, event_type

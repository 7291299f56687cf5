select source, entity, iso_week, entity_id, accelerations, brakings, overspeeds, distance_m, received_at
from event_count
where source = :#source
  and entity = :#entity
  and iso_week between :#firstWeek and :#lastWeek
  and entity_id in (:#in:entityIds)
order by iso_week, entity_id

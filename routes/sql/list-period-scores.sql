select source, entity, iso_week, entity_id, acceleration_mark, deceleration_mark, speed_keeping_mark, global_mark,
    accelerations, brakings, overspeeds, distance_m, driving_s, received_at
from period_score
where source = :#source
  and entity = :#entity
  and iso_week between :#firstWeek and :#lastWeek
  and entity_id in (:#in:entityIds)
order by iso_week, entity_id

insert into event_count (source, entity, iso_week, entity_id, accelerations, brakings, overspeeds, distance_m, received_at)
values (:#source, :#entity, :#week, :#entityId, :#accelerations, :#brakings, :#overspeeds, :#distanceM, :#receivedAt)
on duplicate key update accelerations = values(accelerations), brakings = values(brakings),
    overspeeds = values(overspeeds), distance_m = values(distance_m), received_at = values(received_at)

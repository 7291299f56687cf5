insert into period_score (source, entity, iso_week, entity_id, acceleration_mark, deceleration_mark, speed_keeping_mark,
    global_mark, accelerations, brakings, overspeeds, distance_m, driving_s, received_at)
values (:#source, :#entity, :#week, :#entityId, :#acceleration, :#deceleration, :#speedKeeping,
    :#global, :#accelerations, :#brakings, :#overspeeds, :#distanceM, :#drivingS, :#receivedAt)
on duplicate key update acceleration_mark = values(acceleration_mark), deceleration_mark = values(deceleration_mark),
    speed_keeping_mark = values(speed_keeping_mark), global_mark = values(global_mark),
    accelerations = values(accelerations), brakings = values(brakings), overspeeds = values(overspeeds),
    distance_m = values(distance_m), driving_s = values(driving_s), received_at = values(received_at)

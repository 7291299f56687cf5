select d.driver_id as entity_id, d.event_type, count(*) as events
from (select e.event_type,
             coalesce(e.driver_id,
                      (select b.driver_id
                       from badge b
                       where b.vehicle_id = e.vehicle_id
                         and b.badged_at <= e.happened_at
                       order by b.badged_at desc
                       limit 1)) as driver_id
      from behaviour_event e
      where e.source = :#source
        and e.happened_at >= :#fromTime
        and e.happened_at < :#toTime) d
where d.driver_id in (:#in:ids)
group by d.driver_id, d.event_type

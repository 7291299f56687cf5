insert into held_batch (source, vehicle_id, site_day, mistake, found_ratio, fix_count, received_at, state)
values (:#source, :#vehicleId, :#day, :#mistake, :#ratio, 0, :#receivedAt, 'WAITING')
on duplicate key update fix_count = fix_count

insert into reject (reject_id, source, vehicle_id, reason, fix_at, raw_row, fix_count, received_at, last_received_at, state)
values (:#id, :#source, :#vehicleId, :#reason, :#at, :#raw, :#count, :#receivedAt, :#receivedAt, 'NEW')
on duplicate key update reason = values(reason), fix_count = greatest(fix_count, values(fix_count)),
    last_received_at = values(last_received_at), state = case when state = 'REPLAYED' then 'NEW' else state end

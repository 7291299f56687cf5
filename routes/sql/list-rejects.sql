select reject_id, source, vehicle_id, reason, fix_at, raw_row, fix_count, received_at, state, decided_by, decided_at,
    decision_reason
from reject
where state = :#state
  and (:#source = '' or source = :#source)
  and (:#reason = '' or reason = :#reason)
  and (:#vehicleId = '' or vehicle_id = :#vehicleId)
order by received_at desc, vehicle_id, fix_at, reject_id
limit :#maxRows

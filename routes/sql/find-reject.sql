select reject_id, source, vehicle_id, reason, fix_at, raw_row, fix_count, received_at, state, decided_by, decided_at,
    decision_reason
from reject
where reject_id = :#id

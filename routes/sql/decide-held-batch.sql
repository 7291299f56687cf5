update held_batch
set state = :#state, decided_by = :#by, decided_at = :#at, decision_reason = :#why
where source = :#source
  and vehicle_id = :#vehicleId
  and site_day = :#day
  and mistake = :#mistake
  and state in ('WAITING', 'DISCARDED')
  and state <> :#state

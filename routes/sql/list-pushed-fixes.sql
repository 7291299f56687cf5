select push_id, state, fix_ms, latitude, longitude, speed_mps, accuracy_m, bearing_deg, altitude_m, provider_ref,
    driver_ref, alarms, reason, raw_row, received_at
from push_fix
where vehicle_id = :#vehicleId
  and claim = :#claim
order by push_id

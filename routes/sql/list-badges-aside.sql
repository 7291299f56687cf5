select vehicle_ref, driver_ref, badged_at, reason, source, seen_at
from badge_aside
order by badged_at desc, vehicle_ref, driver_ref
limit :#maxRows

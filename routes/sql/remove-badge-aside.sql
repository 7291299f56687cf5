delete from badge_aside
where vehicle_ref = :#vehicle
  and driver_ref = :#driver
  and badged_at = :#at

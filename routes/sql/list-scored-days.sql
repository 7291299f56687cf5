select vehicle_id, site_day, driver_id, facts_hash, distance_km
from scored_day
where contest_id = :#contestId
  and iso_week = :#week
  and revision_number = (
      select max(newest.revision_number)
      from scored_day newest
      where newest.contest_id = :#contestId
        and newest.iso_week = :#week)
order by site_day, vehicle_id, driver_id

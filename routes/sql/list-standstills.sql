select site_day, standstill_number, driver_id, started_at, ended_at, latitude_deg, longitude_deg, zone_name, inferred
from standstill
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day, standstill_number

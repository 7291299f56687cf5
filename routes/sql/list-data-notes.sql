select site_day, kind, dropped, fix_count, first_at, example
from data_note
where vehicle_id = :#vehicleId
  and site_day between :#fromDay and :#toDay
order by site_day, ordinal

insert into row_count (iso_week, work, scope_id, part, rule_name, fired)
select :#week, 'ACTIVITY', :#vehicleId, 0, :#rule, count(*)
from kpi_day
where vehicle_id = :#vehicleId and site_day between :#monday and :#sunday
having count(*) > 0

insert into row_count (iso_week, work, scope_id, part, rule_name, fired)
select :#week, 'ACTIVITY', :#vehicleId, 0, rule_name, count(*)
from judged_visit
where vehicle_id = :#vehicleId and site_day between :#monday and :#sunday and rule_name <> ''
group by rule_name

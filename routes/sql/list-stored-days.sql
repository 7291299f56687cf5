select days.vehicle_id, days.site_day, max(days.fix_count) as fix_count, max(days.fetched_at) as fetched_at
from (
    select vehicle_id, site_day, fix_count, null as fetched_at
    from trace_day
    where site_day between :#fromDay and :#toDay
    union all
    select vehicle_id, site_day, 0 as fix_count, fetched_at
    from fetched_day
    where site_day between :#fromDay and :#toDay) days
group by days.vehicle_id, days.site_day
order by days.vehicle_id, days.site_day

select state, source, reason, count(*) as reject_count, sum(fix_count) as fix_count
from reject
group by state, source, reason
order by state, source, reason

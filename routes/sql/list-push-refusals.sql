select source, code, subject, detail, times, first_at, last_at
from push_refusal
where last_at >= :#fromTime
order by last_at desc, source, code, subject
limit :#maxRows

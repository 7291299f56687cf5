select contest_id, thing, have_count, lack_count
from sanity_tally
where run_id = :#runId
order by contest_id, ordinal

insert into sanity_tally (run_id, contest_id, ordinal, thing, have_count, lack_count)
values (:#runId, :#contestId, :#ordinal, :#thing, :#have, :#lack)

insert into shadow_week (change_id, contest_id, iso_week, scored_at, problem)
values (:#changeId, :#contestId, :#week, :#at, :#problem)
on duplicate key update scored_at = values(scored_at), problem = values(problem)

insert into review_decision (contest_id, iso_week, revision, decision, reason, decided_by, decided_at)
values (:#contestId, :#week, :#revision, :#decision, :#reason, :#by, :#at)

insert ignore into batch (contest_id, iso_week, batch_number, state, revision, rulebook, opened_at)
values (:#contestId, :#week, :#number, :#state, :#revision, :#rulebook, :#openedAt)

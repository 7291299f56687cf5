insert into week_revision (contest_id, iso_week, revision_number, revised_at, revised_by, reason, rulebook)
values (:#contestId, :#week, :#number, :#at, :#by, :#reason, :#rulebook)

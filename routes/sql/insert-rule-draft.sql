insert into rule_draft (draft_id, contest_id, created_at, created_by, weeks, base_version, draft_version, why)
values (:#id, :#contestId, :#at, :#by, :#weeks, :#base, :#version, :#why)

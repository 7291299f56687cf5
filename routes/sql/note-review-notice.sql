insert ignore into review_notice (task_id, kind, contest_id, iso_week, noted_at)
values (:#taskId, :#kind, :#contestId, :#week, :#at)

delete from shadow_score
where change_id = :#changeId and contest_id = :#contestId and iso_week = :#week

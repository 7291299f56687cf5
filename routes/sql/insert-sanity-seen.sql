insert into sanity_seen (run_id, finding_key, site_id, kind, subject_id, contest_id, severity, action_code, found_value,
    beside_value, details, last_fix_at, fresh)
values (:#runId, :#key, :#siteId, :#kind, :#subjectId, :#contestId, :#severity, :#action, :#found,
    :#beside, :#details, :#lastFixAt, :#fresh)

insert into sanity_finding (finding_key, site_id, kind, subject_id, contest_id, severity, action_code, found_value,
    beside_value, details, last_fix_at, first_seen, last_seen, gone_at)
values (:#key, :#siteId, :#kind, :#subjectId, :#contestId, :#severity, :#action, :#found,
    :#beside, :#details, :#lastFixAt, :#firstSeen, :#lastSeen, :#goneAt)
on duplicate key update severity = values(severity), action_code = values(action_code), found_value = values(found_value),
    beside_value = values(beside_value), details = values(details), last_fix_at = values(last_fix_at),
    first_seen = values(first_seen), last_seen = values(last_seen), gone_at = values(gone_at)

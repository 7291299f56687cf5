select site_id, kind, subject_id, contest_id, severity, action_code, found_value, beside_value, details, last_fix_at,
       first_seen, last_seen, gone_at, known_until, known_reason, known_by, known_at
from sanity_finding
where site_id = :#siteId
order by finding_key

select site_id, kind, subject_id, contest_id, severity, action_code, found_value, beside_value, details, last_fix_at, fresh
from sanity_seen
where run_id = :#runId
order by finding_key

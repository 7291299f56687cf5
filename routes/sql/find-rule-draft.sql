select draft_id, contest_id, created_at, created_by, weeks, base_version, draft_version, why
from rule_draft
where draft_id = :#id

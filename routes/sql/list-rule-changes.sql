select change_id, origin, state, base_version, version, why, author, proposed_at, from_week, decided_by, decided_at, reason
from rule_change
order by change_id desc

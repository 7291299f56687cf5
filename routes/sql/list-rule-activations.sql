select activation_id, version, from_week, activated_at, activated_by, change_id, why, revoked_at
from rule_activation
order by activation_id desc

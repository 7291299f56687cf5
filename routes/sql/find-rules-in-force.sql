select version
from rule_activation
where from_week <= :#week
  and revoked_at is null
order by from_week desc, activation_id desc
limit 1

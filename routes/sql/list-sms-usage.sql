select usage_key, parts, cost_eur
from sms_usage
where usage_key in (:#in:keys)

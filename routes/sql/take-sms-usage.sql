update sms_usage
set parts = parts + :#parts, cost_eur = cost_eur + :#cost
where usage_key = :#key
  and parts + :#parts <= :#cap

insert ignore into sms_usage (usage_key, parts, cost_eur)
values (:#key, 0, 0)

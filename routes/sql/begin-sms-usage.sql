-- not "insert ignore": on a row that is there it would take a shared lock, which two who count at once cannot both raise
insert into sms_usage (usage_key, parts, cost_eur)
values (:#key, 0, 0)
on duplicate key update usage_key = usage_key

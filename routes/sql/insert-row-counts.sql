insert into row_count (iso_week, work, scope_id, part, rule_name, fired)
values (:#week, :#work, :#scope, :#part, :#rule, :#fired)

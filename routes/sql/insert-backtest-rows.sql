insert into backtest_row (change_id, rule_name, fired)
values (:#changeId, :#rule, :#fired)

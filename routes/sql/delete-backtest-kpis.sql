delete from backtest_kpi
where change_id = :#changeId

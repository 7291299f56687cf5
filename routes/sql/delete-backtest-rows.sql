delete from backtest_row
where change_id = :#changeId

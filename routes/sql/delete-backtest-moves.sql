delete from backtest_move
where change_id = :#changeId

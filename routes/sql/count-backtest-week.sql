update backtest
set weeks_done = weeks_done + 1
where change_id = :#changeId

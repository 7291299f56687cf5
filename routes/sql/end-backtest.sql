update backtest
set state = :#state, ended_at = :#at
where change_id = :#changeId

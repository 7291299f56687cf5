insert into backtest (change_id, state, weeks_done, weeks_total, started_at)
values (:#changeId, :#state, 0, :#weeksTotal, :#at)
on duplicate key update state = values(state), weeks_done = 0, weeks_total = values(weeks_total),
    started_at = values(started_at), ended_at = null

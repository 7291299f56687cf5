select state, weeks_done, weeks_total, started_at, ended_at
from backtest
where change_id = :#changeId

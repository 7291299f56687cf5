select rule_name, fired
from backtest_row
where change_id = :#changeId
order by rule_name

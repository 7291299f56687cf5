select site_id, iso_week, figure, value_before, value_after
from backtest_kpi
where change_id = :#changeId
order by site_id, iso_week desc, figure

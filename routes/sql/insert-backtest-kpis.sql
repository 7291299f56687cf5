insert into backtest_kpi (change_id, site_id, iso_week, figure, value_before, value_after)
values (:#changeId, :#siteId, :#week, :#figure, :#before, :#after)

select contest_id, iso_week, driver_id, league, score_before, score_after, place_before, place_after, gained, lost, harder,
    milder, sms_before, sms_after
from backtest_move
where change_id = :#changeId
order by contest_id, iso_week desc, ordinal

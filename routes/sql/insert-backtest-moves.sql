insert into backtest_move (change_id, contest_id, iso_week, driver_id, ordinal, league, score_before, score_after,
    place_before, place_after, gained, lost, harder, milder, sms_before, sms_after)
values (:#changeId, :#contestId, :#week, :#driverId, :#ordinal, :#league, :#scoreBefore, :#scoreAfter,
    :#placeBefore, :#placeAfter, :#gained, :#lost, :#harder, :#milder, :#smsBefore, :#smsAfter)

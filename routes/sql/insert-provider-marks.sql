insert into provider_mark (contest_id, iso_week, driver_id, kind, ordinal, week_events, events, rate, percentile, week_mark,
    mark_of_10)
values (:#contestId, :#week, :#driverId, :#kind, :#ordinal, :#weekEvents, :#events, :#rate, :#percentile, :#weekMark,
    :#mark)

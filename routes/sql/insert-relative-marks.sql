insert into relative_mark (contest_id, iso_week, driver_id, kind, ordinal, moves, raw_score, moves_to_date, raw_to_date,
    mark_of_10, reason_code, reason_found, reason_expected)
values (:#contestId, :#week, :#driverId, :#kind, :#ordinal, :#moves, :#raw, :#movesToDate, :#rawToDate,
    :#mark, :#reasonCode, :#reasonFound, :#reasonExpected)

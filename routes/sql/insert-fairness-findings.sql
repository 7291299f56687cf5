insert into fairness_finding (contest_id, iso_week, factor, outcome, estimate, low_end, high_end, p_value, limit_value,
                              drivers, driver_weeks, weeks)
values (:#contestId, :#week, :#factor, :#outcome, :#estimate, :#low, :#high, :#pValue, :#limit,
        :#drivers, :#driverWeeks, :#weeks)

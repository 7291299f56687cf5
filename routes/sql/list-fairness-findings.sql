select contest_id, iso_week, factor, outcome, estimate, low_end, high_end, p_value, limit_value,
       drivers, driver_weeks, weeks
from fairness_finding
where contest_id = :#contestId
order by iso_week desc, factor

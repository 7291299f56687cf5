select run_id, site_id, contest_id, iso_week, first_day, last_day, checked_at, findings, fresh, gone, failure
from sanity_run
where contest_id = :#contestId
  and iso_week = :#week
order by run_id desc

insert into sanity_run (run_id, site_id, contest_id, iso_week, first_day, last_day, checked_at, findings, fresh, gone, failure)
values (:#id, :#siteId, :#contestId, :#week, :#firstDay, :#lastDay, :#checkedAt, :#findings, :#fresh, :#gone, :#failure)

select run_id, site_id, contest_id, iso_week, first_day, last_day, checked_at, findings, fresh, gone, failure
from sanity_run
where site_id = :#siteId
order by run_id desc
limit :#maxRows

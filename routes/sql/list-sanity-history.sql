select r.checked_at, r.first_day, r.last_day, s.site_id, s.kind, s.subject_id, s.contest_id, s.severity, s.action_code,
       s.found_value, s.beside_value, s.details, s.last_fix_at, s.fresh
from sanity_seen s
join sanity_run r on r.run_id = s.run_id
where s.site_id = :#siteId
  and s.subject_id = :#subjectId
order by s.run_id desc, s.finding_key
limit :#maxRows

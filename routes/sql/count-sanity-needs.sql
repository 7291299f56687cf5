select site_id, count(*) as findings
from sanity_finding
where gone_at is null
  and severity in ('WARNING', 'SERIOUS')
  and (known_until is null or known_until < :#today)
group by site_id

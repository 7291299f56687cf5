select o.rule_name, count(*) as raised,
    sum(case when o.state = 'OPEN' then 1 else 0 end) as open_count,
    sum(case when o.state in ('UPHELD', 'AMENDED') then 1 else 0 end) as upheld_count,
    sum(case when o.state = 'REFUSED' then 1 else 0 end) as refused_count,
    max(o.raised_at) as last_raised_at,
    (select count(*) from scored_event e where e.rule_name = o.rule_name and e.counted = true) as event_count
from objection o
group by o.rule_name
order by upheld_count desc, raised desc, o.rule_name

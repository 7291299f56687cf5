select rule_name, sum(fired) as fired
from row_count
where iso_week >= :#fromWeek
group by rule_name
order by rule_name

select rule_name, sum(fired) as fired
from row_count
where iso_week in (select iso_week
                   from (select distinct iso_week from row_count order by iso_week desc limit :#weeks) newest)
group by rule_name
order by rule_name

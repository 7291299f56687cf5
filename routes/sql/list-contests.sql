select contest_id, site_id, name, method, first_day, last_day, live_from, score_source, score_strategy, score_entrants
from contest
order by contest_id

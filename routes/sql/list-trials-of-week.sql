select change_id
from shadow_week
where contest_id = :#contestId and iso_week = :#week
order by change_id

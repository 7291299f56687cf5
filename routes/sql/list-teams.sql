select t.team_id, t.name, m.driver_id
from team t
left join team_member m on m.contest_id = t.contest_id and m.team_id = t.team_id
where t.contest_id = :#contestId
order by t.team_id, m.driver_id

insert into team (contest_id, team_id, name)
values (:#contestId, :#teamId, :#name)

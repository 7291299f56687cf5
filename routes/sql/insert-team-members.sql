insert into team_member (contest_id, driver_id, team_id)
values (:#contestId, :#driverId, :#teamId)

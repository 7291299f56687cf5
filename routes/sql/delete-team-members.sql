delete from team_member
where contest_id = :#contestId

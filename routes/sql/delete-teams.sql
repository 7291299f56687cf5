delete from team
where contest_id = :#contestId

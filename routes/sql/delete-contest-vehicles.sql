delete from contest_vehicle
where contest_id = :#contestId

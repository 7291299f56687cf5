insert into rule_activation (version, from_week, activated_at, activated_by, change_id, why)
values (:#version, :#fromWeek, :#at, :#by, :#changeId, :#why)

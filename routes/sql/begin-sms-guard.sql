insert ignore into sms_guard (guard_id, database_id, marker)
values (1, :#databaseId, 0)

insert into sms_switch (stopped, reason, changed_by, changed_at)
values (:#stopped, :#reason, :#by, :#at)

insert into rule_change (change_id, origin, state, base_version, version, why, author, proposed_at)
values (:#id, :#origin, :#state, :#base, :#version, :#why, :#author, :#at)

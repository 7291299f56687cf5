insert ignore into rulebook_version (version, kept_at)
values (:#version, :#at)

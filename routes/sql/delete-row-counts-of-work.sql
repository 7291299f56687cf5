delete from row_count
where iso_week = :#week and work = :#work and scope_id = :#scope

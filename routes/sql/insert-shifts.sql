insert into shift (site_id, name, from_time, to_time)
values (:#siteId, :#name, :#from, :#to)

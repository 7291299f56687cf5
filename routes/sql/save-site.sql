insert into site (site_id, name, time_zone, country)
values (:#id, :#name, :#zone, :#country)
on duplicate key update name = values(name), time_zone = values(time_zone), country = values(country)

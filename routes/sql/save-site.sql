insert into site (site_id, name, time_zone, country, closing_day, closing_time)
values (:#id, :#name, :#zone, :#country, :#closingDay, :#closingTime)
on duplicate key update name = values(name), time_zone = values(time_zone), country = values(country),
    closing_day = values(closing_day), closing_time = values(closing_time)

insert into driver (driver_id, site_id, name, phone, language)
values (:#id, :#siteId, :#name, :#phone, :#language)
on duplicate key update site_id = values(site_id), name = values(name), phone = values(phone), language = values(language)

insert into site (site_id, name, time_zone, country, closing_day, closing_time, keeps_off_hours, off_hours_margin_min)
values (:#id, :#name, :#zone, :#country, :#closingDay, :#closingTime, :#keepsOffHours, :#offHoursMarginMin)
on duplicate key update name = values(name), time_zone = values(time_zone), country = values(country),
    closing_day = values(closing_day), closing_time = values(closing_time), keeps_off_hours = values(keeps_off_hours),
    off_hours_margin_min = values(off_hours_margin_min)

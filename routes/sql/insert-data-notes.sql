insert into data_note (vehicle_id, site_day, ordinal, kind, dropped, fix_count, first_at, example)
values (:#vehicleId, :#day, :#ordinal, :#kind, :#dropped, :#count, :#firstAt, :#example)

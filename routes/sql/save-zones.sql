insert into zone (zone_id, site_id, name, kind, geo_json, priority)
values (:#id, :#siteId, :#name, :#kind, :#geoJson, :#priority)
on duplicate key update site_id = values(site_id), name = values(name), kind = values(kind), geo_json = values(geo_json),
    priority = values(priority)

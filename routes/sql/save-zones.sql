insert into zone (zone_id, site_id, name, kind, geo_json, radius_m, priority, min_dwell_s)
values (:#id, :#siteId, :#name, :#kind, :#geoJson, :#radiusM, :#priority, :#minDwellS)
on duplicate key update site_id = values(site_id), name = values(name), kind = values(kind), geo_json = values(geo_json),
    radius_m = values(radius_m), priority = values(priority), min_dwell_s = values(min_dwell_s)

insert into zone_pair (site_id, load_zone, unload_zone)
values (:#siteId, :#loadZone, :#unloadZone)

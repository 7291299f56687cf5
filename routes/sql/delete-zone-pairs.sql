delete from zone_pair
where site_id = :#siteId

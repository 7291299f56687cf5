delete from zone
where site_id = :#siteId

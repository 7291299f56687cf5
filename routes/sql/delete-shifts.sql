delete from shift
where site_id = :#siteId

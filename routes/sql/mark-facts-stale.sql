update day_facts
set algorithm = ''
where site_day between :#fromDay and :#toDay
  and vehicle_id in (select v.vehicle_id from vehicle v where v.site_id = :#siteId)

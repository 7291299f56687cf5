-- Who drove what in a week, without reading the trips themselves.
create index trip_by_day on trip (site_day, driver_id, vehicle_id);

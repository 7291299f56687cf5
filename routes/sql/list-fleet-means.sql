select iso_week, vehicle_class, acceleration_points_per_100_km, braking_points_per_100_km
from fleet_mean
where contest_id = :#contestId
order by iso_week, vehicle_class

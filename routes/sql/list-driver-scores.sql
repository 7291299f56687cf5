select s.contest_id, s.iso_week, s.driver_id, s.league, s.distance_km, s.moving_h, s.days_driven, s.coverage,
       s.class_a_km, s.class_b_km, s.class_c_km, s.class_d_km, s.event_km, s.acceleration_points, s.braking_points,
       s.acceleration_variance, s.braking_variance, s.score, s.doubt, s.ranked, s.rulebook
from driver_score s
join batch b on b.contest_id = s.contest_id and b.iso_week = s.iso_week
where s.contest_id = :#contestId
  and s.iso_week >= :#fromWeek
  and s.iso_week < :#beforeWeek
  and (:#onlyResults = 0 or b.state in ('IN_REVIEW', 'SENDING', 'PUBLISHED', 'CLOSED'))
order by s.iso_week, s.driver_id

insert ignore into sms_refusal (contest_id, iso_week, driver_id, code, refused_at)
values (:#contestId, :#week, :#driverId, :#code, :#now)

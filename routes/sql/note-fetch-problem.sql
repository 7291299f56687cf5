insert into fetch_problem (vehicle_id, source, from_day, to_day, attempts, message, since, last_at)
values (:#vehicleId, :#source, :#fromDay, :#toDay, :#attempts, :#message, :#at, :#at)
on duplicate key update from_day = least(fetch_problem.from_day, values(from_day)),
    to_day = greatest(fetch_problem.to_day, values(to_day)), attempts = fetch_problem.attempts + values(attempts),
    message = values(message), last_at = values(last_at)

insert into day_facts (vehicle_id, site_day, algorithm, trace_revision, fixes_read, fixes_kept, facts_hash)
values (:#vehicleId, :#day, :#algorithm, :#traceRevision, :#fixesRead, :#fixesKept, :#factsHash)

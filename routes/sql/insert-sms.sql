insert ignore into sms_outbox (dedup_key, client_ref, contest_id, iso_week, driver_id, score_revision, phone, message_text,
    text_hash, parts, state, changed_at, attempt_no, approved_by, approved_at, proposed_text, worded_by)
values (:#dedupKey, :#clientRef, :#contestId, :#week, :#driverId,
    coalesce((select max(revision) from batch where contest_id = :#contestId and iso_week = :#week), 0),
    :#phone, :#text, :#textHash, :#parts, 'READY', :#approvedAt, 0, :#approvedBy, :#approvedAt,
    (select max(proposed_text) from sms_wording
        where contest_id = :#contestId and iso_week = :#week and driver_id = :#driverId),
    (select max(worded_by) from sms_wording
        where contest_id = :#contestId and iso_week = :#week and driver_id = :#driverId))

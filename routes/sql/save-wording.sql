insert into sms_wording (contest_id, iso_week, driver_id, wording, proposed_text, worded_by, worded_at)
values (:#contestId, :#week, :#driverId, :#text, :#proposed, :#by, :#at)
on duplicate key update wording = values(wording), proposed_text = values(proposed_text), worded_by = values(worded_by),
    worded_at = values(worded_at)

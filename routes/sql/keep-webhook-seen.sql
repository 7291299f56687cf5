insert ignore into sms_webhook_seen (seen_id, seen_at)
values (:#seenId, :#now)

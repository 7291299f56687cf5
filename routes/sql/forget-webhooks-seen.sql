delete from sms_webhook_seen
where seen_at < :#before

insert ignore into sms_inbound (message_id, phone, message_text, received_at)
values (:#messageId, :#phone, :#text, :#receivedAt)

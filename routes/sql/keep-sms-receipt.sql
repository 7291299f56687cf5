insert ignore into sms_receipt (outbox_id, message_id, status, error_code, received_at)
select id, :#messageId, :#status, :#errorCode, :#receivedAt
from sms_outbox
where client_ref = :#clientRef

select message_id, status, error_code, received_at
from sms_receipt
where outbox_id = :#id
order by received_at, message_id

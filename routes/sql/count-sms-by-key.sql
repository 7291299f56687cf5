select count(*) as messages
from sms_outbox
where dedup_key in (:#in:dedupKeys)

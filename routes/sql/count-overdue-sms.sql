select state, count(*) as messages
from sms_outbox
where (state = 'READY' and coalesce(not_before, changed_at) < :#readyBefore)
   or (state = 'SENDING' and claimed_at < :#claimedBefore)
   or (state = 'AMBIGUOUS' and changed_at < :#unclearBefore)
group by state

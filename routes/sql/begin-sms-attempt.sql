insert into sms_attempt (outbox_id, attempt_no, claim_token, started_at)
select id, attempt_no, claim_token, claimed_at
from sms_outbox
where id = :#id
  and claim_token = :#claimToken
  and state = 'SENDING'

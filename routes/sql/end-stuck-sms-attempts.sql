update sms_attempt
set ended_at = :#now, outcome = 'AMBIGUOUS'
where ended_at is null
  and claim_token in (select claim_token from sms_outbox where state = 'SENDING' and claimed_at < :#claimedBefore)

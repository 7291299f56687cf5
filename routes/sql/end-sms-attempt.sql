update sms_attempt
set ended_at = :#now, outcome = :#state, http_status = :#httpStatus
where outbox_id = :#id
  and claim_token = :#claimToken
  and ended_at is null

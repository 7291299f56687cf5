update sms_outbox
set state = 'SENDING', claim_token = :#claimToken, claimed_at = :#now, changed_at = :#now, attempt_no = attempt_no + 1
where id = :#id
  and state = 'READY'
  and (not_before is null or not_before <= :#now)

-- not too soon after the attempt, so that a call under way has ended
update sms_outbox
set state = 'READY', not_before = timestampadd(second, :#resendAfterS, claimed_at), changed_at = :#now
where id = :#id
  and state = 'AMBIGUOUS'

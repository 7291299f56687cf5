update sms_outbox
set state = :#state, message_id = coalesce(message_id, :#messageId), provider_status = :#detail, not_before = :#notBefore,
    changed_at = :#now, parts = case when :#parts > 0 then :#parts else parts end
where id = :#id
  and claim_token = :#claimToken
  and state = 'SENDING'

update sms_outbox
set state = :#state, message_id = coalesce(message_id, :#messageId), provider_status = :#detail, changed_at = :#receivedAt
where client_ref = :#clientRef
  and (state in ('SENDING', 'ACCEPTED', 'AMBIGUOUS') or state = 'READY' and attempt_no > 0)

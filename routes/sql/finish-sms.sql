-- Delivered is what arrived in all its parts. One part that did not makes a text that nobody can read, whatever the others say.
update sms_outbox
set state = case when :#state = 'EXPIRED' and parts > 1 and :#isWhole = 0 then 'UNDELIVERED' else :#state end,
    message_id = coalesce(message_id, :#messageId), provider_status = :#detail, changed_at = :#receivedAt
where client_ref = :#clientRef
  and (state in ('SENDING', 'ACCEPTED', 'AMBIGUOUS') or state = 'READY' and attempt_no > 0)
  and (:#state <> 'DELIVERED' or :#isWhole = 1
       or parts <= (select count(distinct r.message_id) from sms_receipt r
                    where r.outbox_id = sms_outbox.id and r.status = 'delivered'))

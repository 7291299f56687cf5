select o.phone, concat(r.outbox_id, '/', r.message_id, '/', r.status) as ref
from sms_receipt r
join sms_outbox o on o.id = r.outbox_id
where r.error_code = '9'
  and not exists (
      select 1
      from sms_opt_out x
      where x.source = 'RECEIPT'
        and x.source_ref = concat(r.outbox_id, '/', r.message_id, '/', r.status))

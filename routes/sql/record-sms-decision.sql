insert into sms_decision (outbox_id, attempt_no, decision, decided_by, decided_at)
select id, attempt_no, :#decision, :#by, :#now
from sms_outbox
where id = :#id

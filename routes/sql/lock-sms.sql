-- two parts whose receipts come in the same instant would each miss the other
select id
from sms_outbox
where client_ref = :#clientRef
for update

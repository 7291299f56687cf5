update push_answer
set answer = :#answer
where sender = :#sender
  and idempotency_key = :#key

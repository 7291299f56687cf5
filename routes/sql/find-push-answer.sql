select body_hash, answer
from push_answer
where sender = :#sender
  and idempotency_key = :#key

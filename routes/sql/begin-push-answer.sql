insert ignore into push_answer (sender, idempotency_key, body_hash, received_at)
values (:#sender, :#key, :#bodyHash, :#receivedAt)

insert ignore into pushed_mark (source, mark_id, received_at)
values (:#source, :#markId, :#receivedAt)

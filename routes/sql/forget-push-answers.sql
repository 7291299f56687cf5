delete from push_answer
where received_at < :#before

select mail_id, site_id, run_id, state, queued_at, ended_at, failure
from mail_outbox
where state = 'READY'
order by mail_id

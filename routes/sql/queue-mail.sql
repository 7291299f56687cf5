insert ignore into mail_outbox (mail_key, site_id, run_id, state, queued_at)
values (:#key, :#siteId, :#runId, 'READY', :#at)

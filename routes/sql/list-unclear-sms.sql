select id, dedup_key, client_ref, contest_id, iso_week, driver_id, phone, message_text, state, attempt_no, claim_token,
       claimed_at, message_id, provider_status, approved_by, approved_at
from sms_outbox
where state = 'AMBIGUOUS'
order by id

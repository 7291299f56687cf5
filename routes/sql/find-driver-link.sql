select contest_id, iso_week, driver_id, issued_at
from driver_link
where token_hash = :#tokenHash

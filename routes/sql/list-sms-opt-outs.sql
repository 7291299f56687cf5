select opt_out_id, number_hash, key_check, country, last_digits, source, source_ref, since, removed_by, removed_at, removed_why
from sms_opt_out
order by since desc, opt_out_id desc

select count(*) as entries
from sms_opt_out
where number_hash = :#numberHash
  and removed_at is null

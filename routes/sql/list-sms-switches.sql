select stopped, reason, changed_by, changed_at
from sms_switch
order by switch_id desc
limit :#maxRows

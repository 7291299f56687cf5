select kind, subject, line_id, column_name, old_cell, new_cell, basis, data_count, data_needed
from rule_draft_change
where draft_id = :#id
order by ordinal

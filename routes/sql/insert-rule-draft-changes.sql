insert into rule_draft_change (draft_id, ordinal, kind, subject, line_id, column_name, old_cell, new_cell, basis,
                               data_count, data_needed)
values (:#id, :#ordinal, :#kind, :#subject, :#line, :#column, :#before, :#after, :#basis, :#count, :#needed)

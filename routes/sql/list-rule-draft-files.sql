select file_name, content
from rule_draft_file
where draft_id = :#id
order by file_name

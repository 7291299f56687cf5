insert into rule_draft_file (draft_id, file_name, content)
values (:#id, :#name, :#content)

update reject
set raw_row = null, fix_at = null
where reject_id = :#id

update backfill
set done_to = :#doneTo
where backfill_id = :#id

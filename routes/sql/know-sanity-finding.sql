update sanity_finding
set known_until = :#until, known_reason = :#reason, known_by = :#by, known_at = :#at
where finding_key = :#key
  and site_id = :#siteId

select entity_id, provider_ref
from score_ref
where source = :#source
  and entity = :#entity
order by entity_id

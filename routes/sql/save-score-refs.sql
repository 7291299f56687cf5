insert into score_ref (source, entity, entity_id, provider_ref)
values (:#source, :#entity, :#entityId, :#providerRef)
on duplicate key update provider_ref = values(provider_ref)

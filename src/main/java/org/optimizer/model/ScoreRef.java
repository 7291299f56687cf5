package org.optimizer.model;

/**
 * What a provider of counts or marks calls a driver or a vehicle. Whoever has no such row is called there as he is here.
 *
 * @param entityId our id
 * @param ref the provider's id, as text
 */
public record ScoreRef(String source, ScoredEntity entity, String entityId, String ref) {}

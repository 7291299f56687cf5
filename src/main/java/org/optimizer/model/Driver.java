package org.optimizer.model;

import java.util.Optional;

/**
 * A person who competes.
 *
 * @param phone E.164 with its plus sign; empty when nobody gave one, which the approver is shown
 */
public record Driver(String id, String siteId, String name, Optional<String> phone, Language language) {}

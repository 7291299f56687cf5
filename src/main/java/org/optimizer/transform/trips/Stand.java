package org.optimizer.transform.trips;

/**
 * A standstill as a stretch of fixes.
 *
 * @param from first fix that stood
 * @param to last fix that stood, after {@code from}
 * @param latitudeDeg median of its positions; NaN without any
 */
public record Stand(int from, int to, double latitudeDeg, double longitudeDeg, boolean inferred) {}

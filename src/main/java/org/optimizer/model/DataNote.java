package org.optimizer.model;

import java.time.Instant;

/**
 * What the gate noticed about the data: a result, shown to people, never an exception.
 *
 * @param kind kebab-case, such as {@code impossible-position}
 * @param dropped whether the fixes concerned were left out (otherwise they were kept and are only remarked upon)
 * @param count how many fixes
 * @param example the first of them, in words
 */
public record DataNote(String kind, boolean dropped, int count, Instant firstAt, String example) {}

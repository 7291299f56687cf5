package org.optimizer.model;

import java.time.Instant;

/**
 * What of pushes could not be taken, counted: a row of table {@code push_refusal}.
 *
 * @param code such as {@code UNKNOWN_VEHICLE}
 * @param subject what the source named: a vehicle, a device, an item
 * @param detail of the newest, without position and without a person's name
 */
public record PushRefusal(
        String source, String code, String subject, String detail, long times, Instant firstAt, Instant lastAt) {}

package org.optimizer.model;

import java.time.Instant;

/** Somebody stopped all SMS, or let them leave again. */
public record SmsSwitch(boolean stopped, String reason, String by, Instant at) {}

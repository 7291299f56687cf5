package org.optimizer.model;

import java.time.Instant;

/** An event that an approver took out of a driver's week before its closing: it costs nothing any more. */
public record SetAside(String driverId, EventKey event, String reason, String by, Instant at) {}

package org.optimizer.model;

import java.time.Instant;

/** A receipt that was kept of a message, or of one part of it. */
public record SmsReceipt(String messageId, String status, String errorCode, Instant receivedAt) {}

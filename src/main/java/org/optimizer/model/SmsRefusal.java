package org.optimizer.model;

/** Why a driver gets no message: the code is a key of the message files. */
public record SmsRefusal(String driverId, String code) {}

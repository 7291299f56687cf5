package org.optimizer.config;

import org.optimizer.process.SmsLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets under {@code optimizer.sms} of whom messages may reach, when and how many. */
@ConfigurationProperties("optimizer.sms")
record SmsPolicyProperties(
        @DefaultValue("standin") String mode,
        @DefaultValue("marketing") SmsLimits.Traffic traffic,
        @DefaultValue("live") SmsLimits.Hours hours,
        @DefaultValue("demo") String numberKey,
        @DefaultValue Caps caps) {

    record Caps(
            @DefaultValue("10") int driverWeek,
            @DefaultValue("4000") int campaign,
            @DefaultValue("8000") int day,
            @DefaultValue("6") int message) {}

    SmsLimits limits() {
        return new SmsLimits(
                mode.equals("live"),
                traffic,
                hours,
                numberKey,
                new SmsLimits.Caps(caps.driverWeek(), caps.campaign(), caps.day(), caps.message()));
    }
}

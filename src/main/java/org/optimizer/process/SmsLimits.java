package org.optimizer.process;

import java.nio.charset.StandardCharsets;

/**
 * What an operator allows of SMS: the properties {@code optimizer.sms.*} beside those of {@code SmsSettings}.
 *
 * @param live whether messages leave this machine
 * @param traffic of what kind the messages are
 * @param hours when the sending hours are kept
 * @param numberKey under which numbers that want no SMS are hashed; whoever loses it loses the list
 * @param caps of parts, which are what is billed
 */
public record SmsLimits(boolean live, Traffic traffic, Hours hours, String numberKey, Caps caps) {
    static final int SHORTEST_KEY_BYTES = 16;

    /** What a message is to its receiver's law. */
    public enum Traffic {
        /** Everything that nobody has said to be a service: sending hours and a STOP text. */
        MARKETING,
        /** A service that the receiver has: no hours, no STOP text. To be chosen by somebody who may. */
        TRANSACTIONAL
    }

    /** When sending hours are kept. */
    public enum Hours {
        /** When messages leave this machine: a stand-in wakes nobody. */
        LIVE,
        ALWAYS
    }

    /**
     * @param driverWeek for a driver in an ISO week (UTC)
     * @param campaign for a week of a contest
     * @param day for everybody on a day (UTC)
     * @param message in one message
     */
    public record Caps(int driverWeek, int campaign, int day, int message) {}

    /** @throws IllegalStateException when messages leave and the key is not one that nobody guesses */
    public void check() {
        if (live && numberKey.getBytes(StandardCharsets.UTF_8).length < SHORTEST_KEY_BYTES) {
            throw new IllegalStateException("optimizer.sms.number-key: expected at least " + SHORTEST_KEY_BYTES
                    + " bytes that nobody guesses, because optimizer.sms.mode is live, found fewer; set it once"
                    + " (OPTIMIZER_SMS_NUMBERKEY) and keep it, for it recognises who wants no SMS");
        }
    }

    boolean keepsHours() {
        return traffic == Traffic.MARKETING && (live || hours == Hours.ALWAYS);
    }

    boolean hasStopText() {
        return traffic == Traffic.MARKETING;
    }

    @Override
    public String toString() {
        return "SmsLimits[live " + live + ", " + traffic + ", " + hours + ", " + caps + ", key withheld]";
    }
}

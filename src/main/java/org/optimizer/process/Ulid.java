package org.optimizer.process;

import java.security.SecureRandom;
import java.time.Instant;

/** References of 26 characters that say nothing of a person and sort by time (the form is that of github.com/ulid/spec). */
final class Ulid {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ulid() {}

    static String at(Instant instant) {
        char[] text = new char[TIME_DIGITS + RANDOM_DIGITS];
        long rest = instant.toEpochMilli();
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        for (int i = TIME_DIGITS; i < text.length; i++) {
            text[i] = DIGITS.charAt(RANDOM.nextInt(32));
        }
        return new String(text);
    }
}

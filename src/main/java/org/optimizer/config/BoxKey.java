package org.optimizer.config;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What the boxes of the stand-in push with: another key at each start, known to nobody else. */
record BoxKey(String value) {
    private static final int BYTES = 32;

    static BoxKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new BoxKey(HexFormat.of().formatHex(bytes));
    }

    /** The sender that the product knows the boxes as: what they note goes by the name of Globo. */
    Senders.Settings asSender() {
        return new Senders.Settings(value, value, "globo", null);
    }
}

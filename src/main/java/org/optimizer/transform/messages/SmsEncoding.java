package org.optimizer.transform.messages;

import org.optimizer.model.GsmAlphabet;

/** How a text travels: its alphabet, its length in units of that alphabet, and the number of parts that are billed. */
public record SmsEncoding(Alphabet alphabet, int units, int parts) {
    /** GSM 03.38 seven-bit, or UCS-2 as soon as one character is outside it. */
    public enum Alphabet {
        GSM7,
        UCS2
    }

    public static SmsEncoding of(String text) {
        return new SmsEncoding(
                GsmAlphabet.covers(text) ? Alphabet.GSM7 : Alphabet.UCS2,
                GsmAlphabet.units(text),
                GsmAlphabet.parts(text));
    }
}

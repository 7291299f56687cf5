package org.optimizer.model;

/** What an SMS costs: the seven-bit alphabet of GSM 03.38 and the number of parts a text is sent in. */
public final class GsmAlphabet {
    /** The basic table of 3GPP TS 23.038 §6.2.1, without its escape. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** The extension table, §6.2.1.1: each takes two units. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final int GSM_SINGLE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_PART = 67;

    private GsmAlphabet() {}

    /** Whether every character is in the alphabet; otherwise the whole text travels as UCS-2. */
    public static boolean covers(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    /** Septets, or UTF-16 units when {@link #covers} says no. */
    public static int units(String text) {
        return covers(text)
                ? text.chars().map(c -> EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum()
                : text.length();
    }

    /** How many SMS are billed; no character is cut in two, so a part may stay one unit short. */
    public static int parts(String text) {
        boolean gsm = covers(text);
        if (units(text) <= (gsm ? GSM_SINGLE : UCS2_SINGLE)) {
            return 1;
        }
        int room = gsm ? GSM_PART : UCS2_PART;
        int parts = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int width = gsm ? units(text.substring(i, i + 1)) : Character.charCount(text.codePointAt(i));
            parts += used + width > room ? 1 : 0;
            used = used + width > room ? width : used + width;
        }
        return parts;
    }
}

package org.optimizer.standin;

/** Into how many parts a text is cut, as the provider bills it: GSM 7-bit (3GPP TS 23.038) or UCS-2. */
final class SmsParts {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "|^€{}[]~\\";

    private SmsParts() {}

    static int count(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (BASIC.indexOf(letter) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(letter) >= 0) {
                septets += 2;
            } else {
                return parts(text.length(), 70, 67);
            }
        }
        return parts(septets, 160, 153);
    }

    private static int parts(int length, int single, int joined) {
        return length <= single ? 1 : (length + joined - 1) / joined;
    }
}

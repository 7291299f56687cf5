package org.optimizer.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The secret part of a link to a driver's page: 128 random bits in 22 characters of base64url, each one septet of GSM-7. Until a
 * message leaves, its text has a blank of the same length in its place, so that parts and price are right before and the secret
 * is nowhere but in the driver's telephone.
 */
public final class LinkToken {
    /** The folder of the links: {@code https://host/m/…}. */
    public static final String PATH = "/m/";

    public static final int BYTES = 16;
    private static final int LENGTH = 22;
    private static final String BLANK = PATH + "_".repeat(LENGTH);
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");

    private LinkToken() {}

    /** The link as it stands in a text that has not left; empty where links are switched off. */
    public static String blankLink(String baseUrl) {
        return baseUrl.isEmpty() ? "" : baseUrl + BLANK;
    }

    public static boolean isAwaited(String text) {
        return text.contains(BLANK);
    }

    /** The text with the token in place of the blank. */
    public static String filled(String text, String token) {
        return text.replace(BLANK, PATH + token);
    }

    /** @param random 16 bytes that nobody can guess */
    public static String of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("token: expected " + BYTES + " random bytes, found " + random.length);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether it can be one at all; what cannot is not looked up. */
    public static boolean isOne(String token) {
        return FORM.matcher(token).matches();
    }

    /** What is stored of it: SHA-256 in hexadecimal digits. Plain, because 128 random bits cannot be tried out. */
    public static String hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: expected in every Java, found none", e);
        }
    }
}

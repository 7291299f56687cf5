package org.optimizer.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * All that a score is made of, as text: the same score gives the same bytes.
 *
 * @param lines without their ends
 */
public record Sheet(List<String> lines) {
    public Sheet {
        lines = List.copyOf(lines);
    }

    /**
     * What is kept to recognise a sheet.
     *
     * @param sha256 of all lines, each with a line feed behind it, as UTF-8; 64 hexadecimal digits
     * @param lineChecks the CRC-32 of each line, so that a sheet that is not the same says where
     */
    public record Seal(String sha256, List<Integer> lineChecks) {
        public Seal {
            lineChecks = List.copyOf(lineChecks);
        }
    }

    public Seal seal() {
        return new Seal(sha256(), lines.stream().map(Sheet::check).toList());
    }

    private String sha256() {
        MessageDigest digest = sha256Digest();
        lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static int check(String line) {
        CRC32 check = new CRC32();
        check.update(line.getBytes(UTF_8));
        return (int) check.getValue();
    }
}

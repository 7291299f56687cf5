package org.optimizer.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** SHA-256 over rows as they are written: the same rows in the same order have the same hash, on every machine. */
final class FactsHash {
    private final MessageDigest digest;

    FactsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: expected in every Java, found none", e);
        }
    }

    /** Adds the rows of a table. */
    FactsHash add(String table, List<Map<String, Object>> rows) {
        put(table);
        Set<String> columns = new TreeSet<>();
        for (Map<String, Object> row : rows) {
            // all rows of a table have the same columns: they are put in order once
            if (!row.keySet().equals(columns)) {
                columns = new TreeSet<>(row.keySet());
            }
            for (String column : columns) {
                put(column);
                put(row.get(column));
            }
        }
        return this;
    }

    private void put(Object value) {
        byte[] bytes = bytes(value);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length).array());
        digest.update(bytes);
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof Double number) {
            return ByteBuffer.allocate(Double.BYTES).putDouble(0, number).array();
        }
        return String.valueOf(value).getBytes(UTF_8);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package org.optimizer.transform.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.optimizer.model.Reject;

/** What one batch of a vehicle rejects. Of each reason so many rows are kept as they came; the others are counted, in one more. */
public final class RejectBook {
    private static final int LONGEST_REASON = 64;

    private final String source;
    private final String vehicleId;
    private final Instant receivedAt;
    private final int rowsPerReason;
    private final Map<String, Page> pages = new TreeMap<>();
    private long count;

    public RejectBook(String source, String vehicleId, Instant receivedAt, int rowsPerReason) {
        this.source = source;
        this.vehicleId = vehicleId;
        this.receivedAt = receivedAt;
        this.rowsPerReason = rowsPerReason;
    }

    /** The rows of one reason, by their text. */
    private static final class Page {
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private String firstBeyond;
        private long beyond;
    }

    private static final class Line {
        private final Optional<Instant> at;
        private long count = 1;

        Line(Optional<Instant> at) {
            this.at = at;
        }
    }

    /** @param raw asked for only where the row is kept */
    public void add(String reason, Optional<Instant> at, Supplier<String> raw) {
        count++;
        Page page = pages.computeIfAbsent(cut(reason, LONGEST_REASON), name -> new Page());
        if (page.beyond > 0) {
            page.beyond++;
            return;
        }
        String row = cut(raw.get(), Reject.LONGEST_RAW);
        Line line = page.lines.get(row);
        if (line != null) {
            line.count++;
        } else if (page.lines.size() < rowsPerReason) {
            page.lines.put(row, new Line(at));
        } else {
            page.firstBeyond = row;
            page.beyond = 1;
        }
    }

    /** Never in the middle of a sign that takes two characters. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** How many rows were added. */
    public long count() {
        return count;
    }

    /** By id, so that writers at the same time meet in one order. */
    public List<Reject> rejects() {
        List<Reject> rejects = new ArrayList<>();
        pages.forEach((reason, page) -> {
            page.lines.forEach(
                    (row, line) -> rejects.add(reject(reason, line.at, Optional.of(row), line.count, id(row))));
            if (page.beyond > 0) {
                String id = id(reason + " beyond " + page.firstBeyond);
                rejects.add(reject(reason, Optional.empty(), Optional.empty(), page.beyond, id));
            }
        });
        rejects.sort(Comparator.comparing(Reject::id));
        return rejects;
    }

    private Reject reject(String reason, Optional<Instant> at, Optional<String> raw, long rows, String id) {
        return new Reject(id, source, vehicleId, reason, at, raw, rows, receivedAt, Reject.State.NEW, Optional.empty());
    }

    private String id(String row) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", source, vehicleId, row).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: every JDK has it, this one says " + e.getMessage(), e);
        }
    }
}

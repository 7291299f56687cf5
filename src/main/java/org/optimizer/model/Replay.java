package org.optimizer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A score made again of what is kept of it, beside the seal of the one that was made first.
 *
 * @param keptSha256 of the sheet at scoring
 * @param madeSha256 of the sheet made again
 */
public record Replay(String keptSha256, String madeSha256, List<Difference> differences) {
    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * A line that is not what it was.
     *
     * @param number from 1
     * @param written at scoring, where what is kept still gives it; empty when a kept figure was changed, or there was no such
     *     line
     * @param made now; empty when there is no such line any more
     */
    public record Difference(int number, Optional<String> written, Optional<String> made) {}

    /** Whether it is the same, byte for byte. */
    public boolean identical() {
        return keptSha256.equals(madeSha256);
    }

    /**
     * @param seal of the sheet at scoring
     * @param kept the sheet of what is kept today, nothing of it judged again
     * @param made the sheet made again
     */
    public static Replay of(Sheet.Seal seal, Sheet kept, Sheet made) {
        List<Difference> differences = new ArrayList<>();
        int lines = Math.max(seal.lineChecks().size(), made.lines().size());
        for (int line = 0; line < lines; line++) {
            Optional<Integer> check = at(seal.lineChecks(), line);
            Optional<String> now = at(made.lines(), line);
            if (!check.equals(now.map(Sheet::check))) {
                Optional<String> written =
                        at(kept.lines(), line).filter(text -> check.equals(Optional.of(Sheet.check(text))));
                differences.add(new Difference(line + 1, written, now));
            }
        }
        return new Replay(seal.sha256(), made.seal().sha256(), differences);
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }
}

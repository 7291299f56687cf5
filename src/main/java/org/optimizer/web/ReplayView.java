package org.optimizer.web;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.Replay;
import org.optimizer.model.Replay.Difference;

/**
 * Whether a score, made again when the page opens, is what it was.
 *
 * @param state same, differs, or unknown for a score without a seal
 * @param seal the first digits of the sheet's hash; empty without one
 */
record ReplayView(String state, String seal, List<DifferenceView> differences) {
    /** Further ones follow from the first. */
    private static final int SHOWN = 10;

    record DifferenceView(int line, String written, String made) {}

    static ReplayView of(Optional<Replay> replay, Words say) {
        return replay.map(made -> new ReplayView(
                        made.identical() ? "same" : "differs",
                        say.shortVersion(made.keptSha256()),
                        made.differences().stream()
                                .limit(SHOWN)
                                .map(difference -> view(difference, say))
                                .toList()))
                .orElse(new ReplayView("unknown", "", List.of()));
    }

    private static DifferenceView view(Difference difference, Words say) {
        return new DifferenceView(
                difference.number(),
                difference.written().orElse(say.text("replay.written-unknown")),
                difference.made().orElse(say.text("replay.made-nothing")));
    }
}

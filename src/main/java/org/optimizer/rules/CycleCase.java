package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optimizer.model.CycleEnd;
import org.optimizer.model.CycleFacts;
import org.optimizer.model.CycleVerdict;
import org.optimizer.model.YesNo;

/** Asks whether a candidate is a complete cycle, or why not, and what else is to be said of it. */
public final class CycleCase extends Question {
    static final List<String> YES_NO = List.of(YesNo.YES.code(), YesNo.NO.code());

    private final String endedBy;
    private final int unloadings;
    private final String allowedZone;
    private final String entryCensored;
    private final String gapInZone;
    private final List<String> flags = new ArrayList<>();
    private String reason = "";
    private boolean measured = true;

    CycleCase(String endedBy, int unloadings, String allowedZone, String entryCensored, String gapInZone) {
        this.endedBy = endedBy;
        this.unloadings = unloadings;
        this.allowedZone = allowedZone;
        this.entryCensored = entryCensored;
        this.gapInZone = gapInZone;
    }

    static CycleCase of(CycleFacts facts) {
        return new CycleCase(
                facts.endedBy().code(),
                facts.unloadings(),
                YesNo.of(facts.allowedZone()).code(),
                YesNo.of(facts.entryCensored()).code(),
                YesNo.of(facts.gapInZone()).code());
    }

    /** Every candidate there may be, with none, one and more unloadings. */
    static Stream<CycleCase> all() {
        return Arrays.stream(CycleEnd.values())
                .flatMap(end -> IntStream.range(0, 3).boxed().flatMap(unloadings -> all(end.code(), unloadings)));
    }

    private static Stream<CycleCase> all(String end, int unloadings) {
        return YES_NO.stream().flatMap(allowed -> YES_NO.stream().flatMap(censored -> YES_NO.stream()
                .map(gap -> new CycleCase(end, unloadings, allowed, censored, gap))));
    }

    public String getEndedBy() {
        return endedBy;
    }

    public int getUnloadings() {
        return unloadings;
    }

    public String getAllowedZone() {
        return allowedZone;
    }

    public String getEntryCensored() {
        return entryCensored;
    }

    public String getGapInZone() {
        return gapInZone;
    }

    public void complete(String rule) {
        decidedBy(rule);
    }

    public void incomplete(String why, String rule) {
        decidedBy(rule);
        reason = why;
    }

    /** Something to know of the cycle. */
    public void flag(String flag) {
        flags.add(flag);
    }

    /** Something for which its times are not fit for medians. */
    public void flagUnmeasured(String flag) {
        flags.add(flag);
        measured = false;
    }

    CycleVerdict answer() {
        if (rule().isEmpty()) {
            throw new IllegalStateException(
                    "cycle.drl: expected a rule that answers, found none for " + this + "; add a rule for such cycles");
        }
        Collections.sort(flags);
        Optional<String> why = Optional.of(reason).filter(text -> !text.isEmpty());
        return new CycleVerdict(why.isEmpty(), why, flags, measured, rule());
    }

    @Override
    Map<String, Object> outcome() {
        Collections.sort(flags);
        boolean complete = !rule().isEmpty() && reason.isEmpty();
        return Map.of(
                "complete", YesNo.of(complete).code(),
                "reason", reason,
                "flags", String.join("|", flags),
                "measured", YesNo.of(measured).code());
    }

    @Override
    public String toString() {
        return "a cycle ended by " + endedBy + " with unloadings " + unloadings + ", allowed zone " + allowedZone
                + ", entry censored " + entryCensored + ", gap in zone " + gapInZone;
    }
}

package org.optimizer.transform.sanity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanitySeverity;

/** Nothing is found twice. */
class LedgerTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T03:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T03:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-19T03:00:00Z");
    private static final Predicate<SanityFinding> ALL = any -> true;

    private static SanityFinding silent(String vehicle, double days) {
        return new SanityFinding(
                "q",
                SanityKind.NO_TRACK,
                vehicle,
                Optional.empty(),
                SanitySeverity.SERIOUS,
                "check-charger",
                days,
                Double.NaN,
                List.of(),
                Optional.empty());
    }

    private static List<SanityEntry> all(Ledger ledger) {
        List<SanityEntry> all = new ArrayList<>(ledger.fresh());
        all.addAll(ledger.again());
        all.addAll(ledger.gone());
        return all;
    }

    @Test
    void whatIsFoundAgainIsOneFindingSinceItWasFirstSeen() {
        Ledger first = Ledger.after(List.of(), List.of(silent("t1", 3)), ALL, MONDAY);
        Ledger second = Ledger.after(all(first), List.of(silent("t1", 4)), ALL, TUESDAY);

        assertThat(first.fresh()).hasSize(1);
        assertThat(second.fresh()).isEmpty();
        assertThat(second.again()).singleElement().satisfies(entry -> {
            assertThat(entry.firstSeen()).isEqualTo(MONDAY);
            assertThat(entry.lastSeen()).isEqualTo(TUESDAY);
            assertThat(entry.finding().found()).as("as it is now").isEqualTo(4);
        });
    }

    @Test
    void whatIsNotFoundAnyMoreIsGoneAndBeginsAnewWhenItComesBack() {
        Ledger first = Ledger.after(List.of(), List.of(silent("t1", 3)), ALL, MONDAY);
        Ledger second = Ledger.after(all(first), List.of(), ALL, TUESDAY);
        assertThat(second.gone()).singleElement().satisfies(entry -> assertThat(entry.goneAt())
                .contains(TUESDAY));

        Ledger third = Ledger.after(all(second), List.of(), ALL, TUESDAY);
        assertThat(all(third)).as("gone once").isEmpty();

        Ledger back = Ledger.after(all(second), List.of(silent("t1", 1)), ALL, THURSDAY);
        assertThat(back.fresh()).singleElement().satisfies(entry -> {
            assertThat(entry.firstSeen()).isEqualTo(THURSDAY);
            assertThat(entry.isOpen()).isTrue();
        });
    }

    @Test
    void whatWasNotLookedAtStaysOpen() {
        Ledger first = Ledger.after(List.of(), List.of(silent("t1", 3), silent("t2", 3)), ALL, MONDAY);
        Ledger second = Ledger.after(
                all(first), List.of(), finding -> finding.subjectId().equals("t1"), TUESDAY);
        assertThat(second.gone())
                .extracting(entry -> entry.finding().subjectId())
                .containsExactly("t1");
    }

    @Test
    void whatAPersonSaidHoldsUntilItsDayEvenIfTheFindingWasGoneMeanwhile() {
        SanityEntry.Known known = new SanityEntry.Known(LocalDate.of(2026, 11, 20), "in the workshop", "olga", MONDAY);
        SanityEntry gone = new SanityEntry(silent("t1", 3), MONDAY, MONDAY, Optional.of(TUESDAY), Optional.of(known));
        SanityEntry back = Ledger.after(List.of(gone), List.of(silent("t1", 1)), ALL, THURSDAY)
                .fresh()
                .get(0);
        assertThat(back.needsSomebodyOn(LocalDate.of(2026, 11, 20))).isFalse();
        assertThat(back.needsSomebodyOn(LocalDate.of(2026, 11, 21))).isTrue();
    }
}

package org.optimizer.transform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Reject;

class RejectBookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static RejectBook book(int rows) {
        return new RejectBook("mycartracks", "v1", NOW, rows);
    }

    private static void add(RejectBook book, String reason, String raw) {
        book.add(reason, Optional.of(NOW), () -> raw);
    }

    @Test
    void theSameRowIsOneRejectHoweverOftenItComes() {
        RejectBook one = book(10);
        add(one, "empty-fix", "a");
        add(one, "empty-fix", "a");
        RejectBook other = book(10);
        add(other, "impossible-speed", "a");

        assertThat(one.rejects()).singleElement().satisfies(reject -> assertThat(reject.count())
                .isEqualTo(2));
        assertThat(other.rejects().get(0).id()).isEqualTo(one.rejects().get(0).id());
    }

    @Test
    void beyondTheBoundRowsAreOnlyCountedAndNoneIsLost() {
        RejectBook book = book(3);
        for (int i = 0; i < 50; i++) {
            add(book, i % 2 == 0 ? "even" : "odd", "row " + i);
        }

        List<Reject> rejects = book.rejects();
        assertThat(rejects).hasSize(8);
        assertThat(rejects).filteredOn(reject -> reject.raw().isEmpty()).hasSize(2);
        assertThat(rejects.stream().mapToLong(Reject::count).sum())
                .isEqualTo(50)
                .isEqualTo(book.count());
        assertThat(rejects).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    }

    @Test
    void aLongRowIsCutAndNeverInTheMiddleOfASign() {
        RejectBook book = book(3);
        add(book, "unreadable", "x".repeat(1999) + "🚚🚚");

        assertThat(book.rejects().get(0).raw()).contains("x".repeat(1999));
    }

    @Test
    void aRowsShapeSaysNothingOfWhereAndWhen() {
        assertThat(RowShape.of(
                        "{\"lat\": 48.8566, \"time\" :\"2026-13-45\", \"place\":\"Rue \\\"Ö\\\" 7\", \"n1\":null}"))
                .isEqualTo("{\"lat\": 00.0000, \"time\" :\"0000-00-00\", \"place\":\"xxx \\\"x\\\" 0\", \"n0\":xxxx}");
        assertThat(RowShape.of("T07;48,85;\"2,35")).isEqualTo("x00;00,00;\"0,00");
        assertThat(RowShape.of("")).isEmpty();
        assertThat(RowShape.of("\"a\\")).isEqualTo("\"x\\");
    }

    @Test
    void aBlankedFixSaysNothingOfWhere() {
        RawFix fix = new RawFix(0, "Rue 7", 48.8566, 2.35, 5, 4, 1, 90, 35, true, true);

        assertThat(fix.blanked().json())
                .isEqualTo("{\"time\":0,\"speed_mps\":5.0,\"accuracy_m\":4.0,\"speed_accuracy_mps\":1.0,\"mock\":true,"
                        + "\"position\":\"blanked\"}");
    }
}

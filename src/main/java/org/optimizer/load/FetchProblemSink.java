package org.optimizer.load;

import java.time.LocalDate;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.FetchProblem;
import org.optimizer.model.Stored;

/** Writes what could not be fetched. */
public class FetchProblemSink {
    private static final int LONGEST_MESSAGE = 1000;
    /** No day comes after it. */
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    private final ProducerTemplate camel;

    public FetchProblemSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Adds the days and the attempts to what is noted of the vehicle and the source; the message replaces the one before. */
    public void note(FetchProblem problem) {
        String message = problem.message();
        Call.route(
                camel,
                "note-fetch-problem",
                Stored.row(
                        "vehicleId", problem.vehicleId(),
                        "source", problem.source(),
                        "fromDay", problem.fromDay(),
                        "toDay", problem.toDay(),
                        "attempts", problem.attempts(),
                        "message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)),
                        "at", problem.lastAt()));
    }

    /** Takes days away that were fetched after all; the problem goes with its last day. */
    public void clear(String vehicleId, String source, LocalDate first, LocalDate last) {
        Call.route(
                camel,
                "clear-fetch-problem",
                Stored.row(
                        "vehicleId", vehicleId,
                        "source", source,
                        "fromDay", first,
                        "toDay", last,
                        "dayBefore", first.minusDays(1),
                        "dayAfter", last.plusDays(1)));
    }

    /** Takes all that is noted of the vehicle and the source away. */
    public void clear(String vehicleId, String source) {
        clear(vehicleId, source, LocalDate.EPOCH, LAST_DAY);
    }
}

package org.optimizer.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.optimizer.extract.FetchProblems.Outcomes;
import org.optimizer.model.FetchProblem;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.ProviderDesk;

/** A provider that fails for one vehicle of two, and an inbox whose files come by themselves. */
final class DemoProviders extends ProviderDesk {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Site SITE = new Site("quarry", "Carrière de Vaux", ZoneId.of("Europe/Paris"), "FR");

    boolean answers = true;
    boolean failsForAll;

    DemoProviders() {
        super(null, null, null, List.of(), null);
    }

    void reset() {
        answers = true;
        failsForAll = false;
    }

    @Override
    public List<Source> sources() {
        return List.of(
                new Source("inbox", "", Optional.empty(), Outcomes.NONE, Optional.empty(), List.of()),
                new Source(
                        "mycartracks",
                        "https://mycartracks.com/services/rest/v3",
                        Optional.of(DemoWeek.NOW.minusSeconds(600)),
                        new Outcomes(36, 4),
                        failsForAll
                                ? Optional.of(problem(
                                        "",
                                        "MyCarTracks POST token: expected status 200, found 401; check"
                                                + " optimizer.traces.client-id and client-secret"))
                                : Optional.empty(),
                        List.of(
                                line("v1", "Benne 01", Optional.empty()),
                                line(
                                        "v2",
                                        "Benne 02 <Volvo>",
                                        Optional.of(problem(
                                                "v2",
                                                "MyCarTracks GET /tracks/880017/trackpoints: expected at most 64 MB, found more;"
                                                        + " nothing of this answer was kept, ask for fewer days, or raise"
                                                        + " optimizer.traces.largest-answer-mb"))))));
    }

    private static VehicleLine line(String id, String name, Optional<FetchProblem> problem) {
        return new VehicleLine(
                new Vehicle(id, SITE.id(), name, VehicleClass.TIPPER),
                SITE,
                problem.isPresent() ? Optional.empty() : Optional.of(DemoWeek.NOW.minusSeconds(7200)),
                Optional.of(DemoWeek.NOW.minusSeconds(600)),
                problem);
    }

    private static FetchProblem problem(String vehicleId, String message) {
        return new FetchProblem(
                vehicleId,
                "mycartracks",
                DAY.minusDays(1),
                DAY,
                4,
                message,
                DemoWeek.NOW.minusSeconds(3600),
                DemoWeek.NOW.minusSeconds(600));
    }

    @Override
    public Optional<Trial> test(String name) {
        if (!name.equals("mycartracks")) {
            return Optional.empty();
        }
        return Optional.of(
                answers
                        ? new Trial(Optional.empty(), OptionalInt.of(12), 340)
                        : new Trial(
                                Optional.of("MyCarTracks POST token: expected status 200, found 401; check"
                                        + " optimizer.traces.client-id and client-secret"),
                                OptionalInt.empty(),
                                90));
    }
}

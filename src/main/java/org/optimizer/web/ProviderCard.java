package org.optimizer.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.optimizer.extract.FetchProblems.Outcomes;
import org.optimizer.model.FetchProblem;
import org.optimizer.process.ProviderDesk;
import org.optimizer.process.ProviderDesk.VehicleLine;

/**
 * A source of traces as the page shows it.
 *
 * @param asked whether it is asked at all, and not its fixes come by themselves
 * @param failed share of failed fetches of the last day, in words
 * @param problem what concerns all of its vehicles; null for nothing
 */
record ProviderCard(
        String id,
        String name,
        String address,
        boolean asked,
        String lastFetch,
        String failed,
        boolean failing,
        Problem problem,
        long missing,
        List<Row> rows) {

    /** @param problem null for none */
    record Row(String vehicle, String site, String newest, String newestAt, String fetched, Problem problem) {}

    /** @param since "3 attempts since Mon 23 Nov 02:00" */
    record Problem(String message, String days, String since) {}

    static ProviderCard of(ProviderDesk.Source source, Words say) {
        return new ProviderCard(
                source.name(),
                say.textOr("source." + source.name(), source.name()),
                source.address(),
                !source.address().isEmpty(),
                source.lastFetch().map(say::ago).orElse(say.text("providers.never")),
                share(source.lastDay(), say),
                source.lastDay().failed() > 0,
                source.problem()
                        .map(problem -> problem(problem, ZoneId.of("UTC"), say))
                        .orElse(null),
                source.vehiclesWithProblem(),
                rows(source.vehicles(), say));
    }

    private static String share(Outcomes lastDay, Words say) {
        long all = lastDay.well() + lastDay.failed();
        return all == 0
                ? say.text("providers.no-fetch")
                : say.text("providers.failed-share", say.percent((double) lastDay.failed() / all, 1), all);
    }

    private static List<Row> rows(List<VehicleLine> vehicles, Words say) {
        return vehicles.stream()
                .sorted(Comparator.comparing(
                                (VehicleLine line) -> line.problem().isEmpty())
                        .thenComparing(line -> line.vehicle().name(), say.alphabet()))
                .map(line -> row(line, say))
                .toList();
    }

    private static Row row(VehicleLine line, Words say) {
        ZoneId zone = line.site().zone();
        return new Row(
                line.vehicle().name(),
                line.site().name(),
                ago(line.newestFix(), say),
                line.newestFix().map(at -> say.moment(at, zone)).orElse(""),
                ago(line.lastFetch(), say),
                line.problem().map(problem -> problem(problem, zone, say)).orElse(null));
    }

    private static String ago(Optional<Instant> at, Words say) {
        return at.map(say::ago).orElse(say.text("providers.never"));
    }

    private static Problem problem(FetchProblem problem, ZoneId zone, Words say) {
        String days = problem.fromDay().equals(problem.toDay())
                ? say.day(problem.fromDay())
                : say.day(problem.fromDay()) + " – " + say.day(problem.toDay());
        return new Problem(
                problem.message(),
                days,
                say.text("providers.attempts", problem.attempts(), say.hour(problem.since(), zone)));
    }
}

package org.optimizer.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.optimizer.process.BackfillDesk;
import org.optimizer.process.BackfillDesk.Preview;
import org.optimizer.process.BackfillDesk.Progress;
import org.optimizer.process.BackfillDesk.Range;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same as the page Backfill, for the command line: JSON over HTTP Basic. */
@RestController
class BackfillApiController {
    private final BackfillDesk desk;

    BackfillApiController(BackfillDesk desk) {
        this.desk = desk;
    }

    /**
     * @param scope as {@link Range}
     * @param dryRun whether to look only
     */
    record Order(String scope, LocalDate from, LocalDate to, String reason, boolean dryRun) {}

    /** @param id empty when nothing was started */
    record Plan(String id, String scope, int asked, List<VehicleLine> vehicles, List<WeekLine> weeks) {}

    record VehicleLine(
            String id,
            String name,
            String source,
            boolean pulled,
            int days,
            long daysWithFixes,
            long fixes,
            String fetchedAt) {}

    record WeekLine(String contest, String week, String state) {}

    /** @param incident empty while it runs well */
    record Run(String id, String state, int done, int of, String doneTo, String incident) {}

    @PostMapping(path = "/api/backfills", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Plan> order(@RequestBody Order order, Principal by) {
        if (order.from() == null || order.to() == null || order.scope() == null) {
            throw new IllegalArgumentException("expected scope, from and to, found " + order);
        }
        Range range = new Range(order.scope(), order.from(), order.to());
        if (order.dryRun()) {
            return ResponseEntity.ok(plan("", desk.preview(range)));
        }
        String id = desk.start(range, order.reason() == null ? "" : order.reason(), by.getName());
        return ResponseEntity.accepted().body(plan(id, desk.preview(range)));
    }

    private static Plan plan(String id, Preview preview) {
        return new Plan(
                id,
                preview.scope(),
                preview.asked(),
                preview.vehicles().stream()
                        .map(stock -> new VehicleLine(
                                stock.vehicle().id(),
                                stock.vehicle().name(),
                                stock.vehicle().traceSource(),
                                stock.pulled(),
                                stock.days().size(),
                                stock.daysWithFixes(),
                                stock.fixes(),
                                stock.fetchedAt().map(Object::toString).orElse("")))
                        .toList(),
                preview.weeks().stream()
                        .map(week -> new WeekLine(
                                week.contest().name(),
                                week.batch().week().toString(),
                                word(week.batch().state())))
                        .toList());
    }

    @GetMapping("/api/backfills/{id}")
    Run watch(@PathVariable String id) {
        Progress progress = desk.progress(id);
        return new Run(
                id,
                word(progress.backfill().state()),
                progress.done(),
                progress.of(),
                progress.backfill().doneTo().map(LocalDate::toString).orElse(""),
                progress.incident().orElse(""));
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refused(IllegalArgumentException wrong) {
        return Map.of("error", wrong.getMessage());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> unreadable() {
        return Map.of("error", "expected JSON with scope, from, to, reason and dryRun; days such as 2026-11-16");
    }
}

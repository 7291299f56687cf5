package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.standin.DemoDiary.Day;
import org.optimizer.standin.EcoEvent.Kind;

/**
 * scorefeed, a contract of our own: a provider that has judged the demo's drivers itself and gives its scores of a period. Errors
 * are problems as in RFC 7807.
 */
final class ScoreDesk {
    static final String ROOT = "/scorefeed/api/v1/ecodriving/scores";
    private static final long USUAL_SIZE = 200;
    private static final long LARGEST_SIZE = 500;
    private static final Duration GENERATED_AFTER = Duration.ofMinutes(130);
    /** Events on 100 km at which a mark has fallen from 10 by two thirds of the way to 1. */
    private static final double USUAL_EVENTS = 12;

    private final String key;
    private final DemoDiary diary;
    private final Faults faults;
    private final Trouble trouble;
    private final Clock clock;

    ScoreDesk(String key, DemoDiary diary, Faults faults, Trouble trouble, Clock clock) {
        this.key = key;
        this.diary = diary;
        this.faults = faults;
        this.trouble = trouble;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        if (trouble.atDoor(Desk.SCORES, call, "")) {
            return;
        }
        if (!isCustomer(call) || faults.strikes(Desk.SCORES, FaultKind.UNAUTHORIZED, "")) {
            refuse(call, 401, "Unauthorized", "expected Authorization: Bearer, or ApiKey, with the customer's key");
        } else if (!call.path().equals(ROOT)) {
            refuse(call, 404, "Not Found", call.path());
        } else if (!trouble.inAnswer(Desk.SCORES, call, "")) {
            scores(call);
        }
    }

    private boolean isCustomer(Call call) {
        return call.header("ApiKey").filter(key::equals).isPresent()
                || call.header("Authorization")
                        .filter(("Bearer " + key)::equals)
                        .isPresent();
    }

    private void scores(Call call) throws IOException {
        Instant from = Call.instant("from", call.query("from").orElse(""));
        Instant to = Call.instant("to", call.query("to").orElse(""));
        if (!from.isBefore(to)) {
            refuse(call, 400, "Bad Request", "expected from before to, found " + from + " and " + to);
        } else if (to.isAfter(clock.instant()) || faults.strikes(FaultKind.SCORES_NOT_CLOSED)) {
            refuse(call, 409, "period not closed", "the period up to " + to + " is not closed yet");
        } else {
            trouble.send(Desk.SCORES, call, "", scores(call, from, to));
        }
    }

    private String scores(Call call, Instant from, Instant to) {
        long now = clock.millis();
        List<Day> all = diary.days(from.toEpochMilli(), to.toEpochMilli() - 1);
        List<Day> known = all.stream().filter(day -> day.uploadedMs() <= now).toList();
        boolean isComplete = known.size() == all.size() && !faults.strikes(FaultKind.SCORES_INCOMPLETE);
        List<List<Day>> drivers = faults.strikes(Desk.SCORES, FaultKind.EMPTY, "") ? List.of() : byDriver(known);
        Page page = Page.of(call, drivers.size(), USUAL_SIZE, LARGEST_SIZE);
        boolean isRepeated = !drivers.isEmpty() && faults.strikes(Desk.SCORES, FaultKind.REPEAT, "");
        Scale scale = new Scale(
                faults.strikes(FaultKind.SCORES_PERCENT) ? 10 : 1,
                faults.strikes(FaultKind.SCORES_REPUBLISHED) ? 0.5 : 0,
                faults.strikes(FaultKind.SCORES_NO_DISTANCE));
        return Json.text(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("period");
            json.writeStringField("from", from.toString());
            json.writeStringField("to", to.toString());
            json.writeEndObject();
            json.writeStringField("generatedAt", to.plus(GENERATED_AFTER).toString());
            json.writeBooleanField("complete", isComplete);
            write(json, page, isRepeated);
            json.writeArrayFieldStart("items");
            long last = isRepeated ? page.limit() : page.to();
            for (long item = isRepeated ? 0 : page.from(); item < last; item++) {
                write(json, drivers.get((int) (item % drivers.size())), scale);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static List<List<Day>> byDriver(List<Day> days) {
        Map<Integer, List<Day>> byDriver =
                days.stream().collect(Collectors.groupingBy(Day::driver, TreeMap::new, Collectors.toList()));
        return List.copyOf(byDriver.values());
    }

    private static void write(JsonGenerator json, Page page, boolean isRepeated) throws IOException {
        long pages = (page.total() + page.limit() - 1) / page.limit();
        json.writeObjectFieldStart("page");
        json.writeNumberField("number", page.number());
        json.writeNumberField("size", page.limit());
        json.writeNumberField("totalPages", isRepeated ? Integer.MAX_VALUE : pages);
        json.writeNumberField("totalElements", page.total());
        json.writeEndObject();
    }

    /** How this answer's figures are bent. */
    private record Scale(double factor, double lowered, boolean withoutDistance) {
        double of(double mark) {
            return Math.round(Math.max(0, mark - lowered) * factor * 10) / 10.0;
        }
    }

    private static void write(JsonGenerator json, List<Day> days, Scale scale) throws IOException {
        int driver = days.get(0).driver();
        double distanceM = days.stream().mapToDouble(Day::distanceM).sum();
        json.writeStartObject();
        json.writeObjectFieldStart("driver");
        json.writeStringField("id", DemoFleet.driverId(driver));
        json.writeStringField("name", DemoFleet.driverName(driver));
        json.writeEndObject();
        json.writeObjectFieldStart("vehicle");
        json.writeStringField("id", DemoFleet.vehicleId(mostDriven(days)));
        json.writeEndObject();
        if (!scale.withoutDistance) {
            json.writeNumberField("distanceM", Math.round(distanceM));
        }
        json.writeNumberField(
                "drivingTimeS", days.stream().mapToLong(Day::movingMs).sum() / 1000);
        json.writeNumberField("idleTimeS", days.stream().mapToLong(Day::idleMs).sum() / 1000);
        json.writeObjectFieldStart("counts");
        json.writeNumberField("harshAcceleration", count(days, Kind.HARSH_ACCELERATION));
        json.writeNumberField("harshBraking", count(days, Kind.HARSH_BRAKING));
        json.writeNumberField("overspeed", count(days, Kind.OVERSPEED));
        json.writeEndObject();
        writeScores(
                json,
                scale,
                mark(days, Kind.HARSH_ACCELERATION),
                mark(days, Kind.HARSH_BRAKING),
                mark(days, Kind.OVERSPEED));
        json.writeEndObject();
    }

    private static void writeScores(
            JsonGenerator json, Scale scale, double acceleration, double deceleration, double speedKeeping)
            throws IOException {
        json.writeObjectFieldStart("scores");
        json.writeNumberField("acceleration", scale.of(acceleration));
        json.writeNumberField("deceleration", scale.of(deceleration));
        json.writeNumberField("speedKeeping", scale.of(speedKeeping));
        json.writeNumberField("global", scale.of((acceleration + deceleration + speedKeeping) / 3));
        json.writeEndObject();
        json.writeObjectFieldStart("scale");
        json.writeNumberField("min", 0);
        json.writeNumberField("max", Math.round(10 * scale.factor));
        json.writeEndObject();
    }

    private static int mostDriven(List<Day> days) {
        return days.stream()
                .max(Comparator.comparingDouble(Day::distanceM))
                .orElseThrow()
                .truck();
    }

    private static long count(List<Day> days, Kind kind) {
        return days.stream()
                .flatMap(day -> day.events().stream())
                .filter(event -> event.kind() == kind)
                .count();
    }

    /** From 10 for no event down towards 1, in tenths. */
    static double mark(List<Day> days, Kind kind) {
        double distanceM = days.stream().mapToDouble(Day::distanceM).sum();
        double on100Km = count(days, kind) / Math.max(0.01, distanceM / 1e5);
        return Math.round(10 + 90 * Math.exp(-on100Km / USUAL_EVENTS)) / 10.0;
    }

    private static void refuse(Call call, int status, String title, String detail) throws IOException {
        call.text(status, "application/problem+json;charset=UTF-8", Json.problem(status, title, detail));
    }
}

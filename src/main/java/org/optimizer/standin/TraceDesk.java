package org.optimizer.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * MyCarTracks v2 and v3: vehicles, tracks and track points of all fleets, to those who hold a token. The bodies of v3 are not
 * published; those of v2 are given under its paths, and track points also under {@code /tracks/{trackId}/trackpoints}.
 */
final class TraceDesk {
    static final String V2 = "/services/rest/v2";
    static final String V3 = "/services/rest/v3";

    private static final Duration HISTORY = Duration.ofDays(26 * 7);
    private static final long LATE_MS = Duration.ofDays(1).toMillis();
    private static final long USUAL_LIMIT = 100;
    private static final long LARGEST_LIMIT = 1_000_000;
    /** About. */
    private static final int BYTES_A_POINT = 160;
    /** A larger number is milliseconds: the year 5138 in seconds, 1973 in milliseconds. */
    private static final long LAST_SECOND = 100_000_000_000L;

    private static final Pattern POINTS_OF_TRACK = Pattern.compile("/trackpoints/([^/]+)|/tracks/([^/]+)/trackpoints");

    private final List<Phones> fleets;
    private final TokenDesk tokens;
    private final Faults faults;
    private final Trouble trouble;
    private final Clock clock;

    TraceDesk(List<Phones> fleets, TokenDesk tokens, Faults faults, Trouble trouble, Clock clock) {
        this.fleets = List.copyOf(fleets);
        this.tokens = tokens;
        this.faults = faults;
        this.trouble = trouble;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        String path = call.path().substring(V2.length());
        Optional<Listed> asked = pointsOf(call, path);
        String vehicle = asked.map(listed -> listed.car().name()).orElseGet(() -> carOf(call));
        if (trouble.atDoor(Desk.TRACKS, call, vehicle)) {
            return;
        }
        if (faults.strikes(FaultKind.TOKEN_EXPIRED)) {
            tokens.forget(call);
        }
        Optional<String> refusal = tokens.refusal(call);
        if (refusal.isPresent()) {
            call.json(401, Json.error("invalid_token", refusal.get()));
        } else if (!trouble.inAnswer(Desk.TRACKS, call, vehicle)) {
            answerPath(call, path, asked, vehicle);
        }
    }

    private void answerPath(Call call, String path, Optional<Listed> asked, String vehicle) throws IOException {
        if (path.equals("/vehicles")) {
            vehicles(call);
        } else if (path.equals("/tracks")) {
            tracks(call, vehicle);
        } else if (asked.isPresent()) {
            points(call, asked.get());
        } else {
            call.json(404, Json.error("not_found", call.path()));
        }
    }

    /** The recording whose points a path names, if it is known and uploaded. */
    private Optional<Listed> pointsOf(Call call, String path) {
        Matcher matcher = POINTS_OF_TRACK.matcher(path);
        if (!matcher.matches() || matcher.group(2) != null && !call.path().startsWith(V3)) {
            return Optional.empty();
        }
        long trackId = Call.number("trackId", matcher.group(matcher.group(1) == null ? 2 : 1));
        return fleets.stream()
                .flatMap(fleet -> fleet.find(trackId).map(track -> listed(fleet, track)).stream())
                .filter(this::isUploaded)
                .findFirst();
    }

    /** The name of the vehicle that a list is about; empty when about all. */
    private String carOf(Call call) {
        return call.query("carId")
                .flatMap(id ->
                        cars().filter(car -> Long.toString(car.id()).equals(id)).findFirst())
                .map(Car::name)
                .orElse("");
    }

    private boolean isUploaded(Listed entry) {
        boolean isLate = faults.lasts(Desk.TRACKS, FaultKind.LATE, entry.car.name());
        return entry.track.uploadedMs() + (isLate ? LATE_MS : 0) <= clock.millis();
    }

    private void vehicles(Call call) throws IOException {
        List<Car> cars = cars().sorted(Comparator.comparingLong(Car::id)).toList();
        boolean isText = faults.lasts(Desk.TRACKS, FaultKind.TEXT_IDS, "");
        list(
                call,
                "",
                cars,
                car -> "{\"id\":" + id(car.id(), isText) + ",\"name\":"
                        + Json.text(json -> json.writeString(car.name())) + "}");
    }

    private void tracks(Call call, String vehicle) throws IOException {
        long now = clock.millis();
        long from = Math.max(moment(call, "startTime", 0), now - HISTORY.toMillis());
        long to = Math.min(moment(call, "endTime", now) + 999, now);
        boolean isAll = call.query("carId").isEmpty();
        List<Listed> listed = fleets.stream()
                .flatMap(fleet -> fleet.cars().stream()
                        .filter(car -> isAll || car.name().equals(vehicle))
                        .flatMap(car ->
                                fleet.tracks(car, from, to).stream().map(track -> new Listed(fleet, car, track))))
                .filter(this::isUploaded)
                .sorted(Comparator.comparingLong((Listed entry) -> entry.track.startMs())
                        .thenComparingLong(entry -> entry.track.id()))
                .toList();
        boolean isText = faults.lasts(Desk.TRACKS, FaultKind.TEXT_IDS, vehicle);
        list(call, vehicle, listed, entry -> entry.json(isText));
    }

    /** Epoch seconds; v3 takes epoch milliseconds and ISO 8601 as well. */
    private static long moment(Call call, String name, long otherwiseMs) {
        Optional<String> text = call.query(name);
        if (text.isEmpty()) {
            return otherwiseMs;
        }
        boolean isV3 = call.path().startsWith(V3);
        if (isV3 && text.get().contains("T")) {
            return Call.instant(name, text.get()).toEpochMilli();
        }
        long number = Call.number(name, text.get());
        return isV3 && number > LAST_SECOND ? number : number * 1000;
    }

    private <T> void list(Call call, String vehicle, List<T> all, Function<T, String> json) throws IOException {
        List<T> rows = faults.strikes(Desk.TRACKS, FaultKind.EMPTY, vehicle) ? List.of() : all;
        boolean isRepeated = !rows.isEmpty() && faults.strikes(Desk.TRACKS, FaultKind.REPEAT, vehicle);
        Page page = Page.of(call, rows.size(), USUAL_LIMIT, LARGEST_LIMIT);
        StringBuilder text = new StringBuilder("{\"data\":[");
        long last = isRepeated ? page.limit() : page.to();
        for (long row = isRepeated ? 0 : page.from(); row < last; row++) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                    .append(json.apply(rows.get((int) (row % rows.size()))));
        }
        text.append(']');
        if (!call.isQueried("omitPage")) {
            text.append(",\"page\":")
                    .append(page.number())
                    .append(",\"total\":")
                    .append(page.total());
        }
        call.json(200, text.append('}').toString());
    }

    private void points(Call call, Listed entry) throws IOException {
        String vehicle = entry.car.name();
        Predicate<FaultKind> strikes = kind -> kind.isAt(Desk.TRACKS) && faults.strikes(Desk.TRACKS, kind, vehicle);
        Sent sent = Sent.of(entry.fleet.points(entry.track), FaultKind.KMH, strikes);
        boolean isEmpty = sent.size() == 0 || strikes.test(FaultKind.EMPTY);
        Page page = Page.of(call, isEmpty ? 0 : sent.size(), USUAL_LIMIT, LARGEST_LIMIT);
        boolean isText = strikes.test(FaultKind.TEXT_IDS);
        if (strikes.test(FaultKind.CUT)) {
            call.stream(out -> out.write("{\"data\":[{\"id\":1,\"time\":".getBytes(StandardCharsets.US_ASCII)));
        } else {
            Span span = isEmpty ? new Span(0, 0) : span(page, sent, strikes);
            call.stream(out -> new PointsWriter(out).write(entry.track.id(), sent, isText, span.from, span.to));
        }
    }

    /** Rows that are sent. */
    private record Span(long from, long to) {}

    private static Span span(Page page, Sent sent, Predicate<FaultKind> strikes) {
        if (strikes.test(FaultKind.REPEAT)) {
            return new Span(0, page.limit());
        }
        if (strikes.test(FaultKind.ENDLESS)) {
            return new Span(page.number() * page.limit(), (page.number() + 1) * page.limit());
        }
        boolean isHuge = strikes.test(FaultKind.HUGE);
        return isHuge ? new Span(0, Trouble.HUGE_BYTES / BYTES_A_POINT) : new Span(page.from(), page.to());
    }

    private Stream<Car> cars() {
        return fleets.stream().flatMap(fleet -> fleet.cars().stream());
    }

    private static String id(long id, boolean isText) {
        return isText ? "\"" + id + "\"" : Long.toString(id);
    }

    private static Listed listed(Phones fleet, Track track) {
        Car car = fleet.cars().stream()
                .filter(each -> each.id() == track.carId())
                .findFirst()
                .orElseThrow();
        return new Listed(fleet, car, track);
    }

    /** A track with the fleet and car that have it. */
    private record Listed(Phones fleet, Car car, Track track) {
        String json(boolean isText) {
            Mileage mileage = fleet.mileage(track);
            return "{\"id\":" + TraceDesk.id(track.id(), isText) + ",\"carId\":" + TraceDesk.id(track.carId(), isText)
                    + ",\"startTime\":" + track.startMs() + ",\"endTime\":" + track.endMs() + ",\"totalTime\":"
                    + (track.endMs() - track.startMs()) + ",\"movingTime\":" + mileage.movingMs()
                    + ",\"totalDistance\":" + Math.round(mileage.distanceM() / 10) / 100.0 + "}";
        }
    }
}

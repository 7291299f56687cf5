package org.optimizer.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** MyCarTracks v2: vehicles, tracks and track points of all fleets, to those who hold a token. */
final class TraceDesk {
    static final String ROOT = "/services/rest/v2";

    private static final Duration HISTORY = Duration.ofDays(26 * 7);
    private static final long DEFAULT_LIMIT = 100;

    private final List<Phones> fleets;
    private final TokenDesk tokens;
    private final Faults faults;
    private final Clock clock;

    TraceDesk(List<Phones> fleets, TokenDesk tokens, Faults faults, Clock clock) {
        this.fleets = List.copyOf(fleets);
        this.tokens = tokens;
        this.faults = faults;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        if (faults.strikes(FaultKind.TRACKS_503)) {
            call.json(503, Json.error("unavailable", "the traces' provider is out of service"));
            return;
        }
        if (faults.strikes(FaultKind.TOKEN_EXPIRED)) {
            tokens.forget(call);
        }
        Optional<String> refusal = tokens.refusal(call);
        if (refusal.isPresent()) {
            call.json(401, Json.error("invalid_token", refusal.get()));
        } else if (faults.strikes(FaultKind.TRACKS_GARBAGE)) {
            call.json(200, "{\"data\":[{\"id\":");
        } else {
            answerPath(call, call.path().substring(ROOT.length()));
        }
    }

    private void answerPath(Call call, String path) throws IOException {
        if (path.equals("/vehicles")) {
            vehicles(call);
        } else if (path.equals("/tracks")) {
            tracks(call);
        } else if (path.startsWith("/trackpoints/")) {
            points(call, Call.number("trackId", path.substring("/trackpoints/".length())));
        } else {
            call.json(404, Json.error("not_found", call.path()));
        }
    }

    private void vehicles(Call call) throws IOException {
        List<Car> cars = cars().sorted(Comparator.comparingLong(Car::id)).toList();
        Page page = Page.of(call, cars.size());
        call.json(
                200,
                envelope(
                        page,
                        cars.subList(page.from(), page.to()),
                        car -> "{\"id\":" + car.id() + ",\"name\":" + Json.text(json -> json.writeString(car.name()))
                                + "}"));
    }

    private void tracks(Call call) throws IOException {
        long now = clock.millis();
        long from = Math.max(call.query("startTime", 0) * 1000, now - HISTORY.toMillis());
        long to = Math.min(call.query("endTime", now / 1000) * 1000 + 999, now);
        long carId = call.query("carId", -1);
        List<Listed> listed = fleets.stream()
                .flatMap(fleet -> fleet.cars().stream()
                        .filter(car -> carId < 0 || car.id() == carId)
                        .flatMap(car -> fleet.tracks(car, from, to).stream())
                        .filter(track -> track.uploadedMs() <= now)
                        .map(track -> new Listed(fleet, track)))
                .sorted(Comparator.comparingLong((Listed entry) -> entry.track.startMs())
                        .thenComparingLong(entry -> entry.track.id()))
                .toList();
        Page page = Page.of(call, listed.size());
        call.json(200, envelope(page, listed.subList(page.from(), page.to()), Listed::json));
    }

    private void points(Call call, long trackId) throws IOException {
        Optional<Listed> listed = fleets.stream()
                .flatMap(fleet -> fleet.find(trackId).map(track -> new Listed(fleet, track)).stream())
                .filter(entry -> entry.track.uploadedMs() <= clock.millis())
                .findFirst();
        if (listed.isEmpty()) {
            call.json(404, Json.error("not_found", "no track " + trackId));
            return;
        }
        Points points = listed.get().fleet.points(listed.get().track);
        Page page = Page.of(call, points.size());
        call.stream(out -> write(out, trackId, points, page));
    }

    private void write(OutputStream out, long trackId, Points points, Page page) throws IOException {
        if (faults.strikes(FaultKind.TRACKS_CUT)) {
            out.write("{\"data\":[{\"id\":1,\"time\":".getBytes(StandardCharsets.US_ASCII));
        } else {
            new PointsWriter(out).write(trackId, points, page.from(), page.to());
        }
    }

    private Stream<Car> cars() {
        return fleets.stream().flatMap(fleet -> fleet.cars().stream());
    }

    private static <T> String envelope(Page page, List<T> rows, Function<T, String> json) {
        StringBuilder text = new StringBuilder("{\"data\":[");
        for (int row = 0; row < rows.size(); row++) {
            text.append(row == 0 ? "" : ",").append(json.apply(rows.get(row)));
        }
        text.append(']');
        if (page.isShown()) {
            text.append(",\"page\":")
                    .append(page.number())
                    .append(",\"total\":")
                    .append(page.total());
        }
        return text.append('}').toString();
    }

    /** A track with the fleet that has it. */
    private record Listed(Phones fleet, Track track) {
        String json() {
            Mileage mileage = fleet.mileage(track);
            return "{\"id\":" + track.id() + ",\"carId\":" + track.carId() + ",\"startTime\":" + track.startMs()
                    + ",\"endTime\":" + track.endMs() + ",\"totalTime\":" + (track.endMs() - track.startMs())
                    + ",\"movingTime\":" + mileage.movingMs() + ",\"totalDistance\":"
                    + Math.round(mileage.distanceM() / 10) / 100.0 + "}";
        }
    }

    /**
     * The part of a list that is asked for with {@code page} (from 0) and {@code limit}.
     *
     * @param from first row, included
     * @param to last row, not included
     * @param isShown unless {@code omitPage} is asked for
     */
    private record Page(long number, int from, int to, int total, boolean isShown) {
        static Page of(Call call, int total) {
            long number = Math.max(0, call.query("page", 0));
            long limit = Math.max(1, call.query("limit", DEFAULT_LIMIT));
            int from = (int) Math.min(total, number * limit);
            int to = (int) Math.min(total, from + limit);
            return new Page(number, from, to, total, !call.isQueried("omitPage"));
        }
    }
}

package org.optimizer.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.MyCarTracksAnswer.Fields;
import org.optimizer.model.FixSink;
import org.optimizer.model.ProviderTrack;
import org.optimizer.model.Vehicle;

/** Reads recordings from the provider of GPS traces (MyCarTracks, v2 profile). Whatever is wrong there is a {@link ProviderException}. */
public class Tracks implements TraceSource {
    private static final int PAGE = 1000;
    /** Fixes come by the day: so many seconds it has. */
    private static final int PAGE_OF_FIXES = 86_400;

    private static final int MOST_PAGES = 100;
    private static final Duration VEHICLES_FOR = Duration.ofMinutes(5);
    private static final double KMH_PER_MPS = 3.6;

    private final ProducerTemplate camel;
    private final Clock clock;
    private final AccessTokens tokens;
    private Map<String, List<String>> idsByName = Map.of();
    private Instant idsUntil = Instant.MIN;

    public Tracks(ProducerTemplate camel, TracksSettings settings, Clock clock) {
        this.camel = camel;
        this.clock = clock;
        this.tokens = new AccessTokens(camel, settings, clock);
    }

    @Override
    public String name() {
        return Vehicle.MYCARTRACKS;
    }

    @Override
    public void read(Vehicle vehicle, Instant from, Instant to, FixSink fixes) {
        list(vehicle, from, to).forEach(track -> fixes(track, fixes));
    }

    /** The recordings of a vehicle that touch a span of time; empty when the provider does not know the vehicle. */
    List<ProviderTrack> list(Vehicle vehicle, Instant from, Instant to) {
        List<String> ids = providerIds().getOrDefault(vehicle.sourceRef(), List.of());
        if (ids.size() > 1) {
            throw new ProviderException(
                    200,
                    "MyCarTracks GET /vehicles: expected one vehicle named \"" + vehicle.sourceRef()
                            + "\", found those with id " + String.join(", ", ids) + "; rename them there",
                    null);
        }
        return ids.isEmpty() ? List.of() : tracks(ids.get(0), from, to);
    }

    private List<ProviderTrack> tracks(String carId, Instant from, Instant to) {
        List<ProviderTrack> tracks = new ArrayList<>();
        Map<String, Object> query = Map.of(
                "carId", encoded(carId), "fromS", from.getEpochSecond(), "toS", to.getEpochSecond(), "limit", PAGE);
        pages("fetch-tracks", "GET /tracks?carId=" + carId, query, PAGE, row -> {
            String owner = row.optionalText("carId");
            ProviderTrack track = new ProviderTrack(
                    row.text("id"),
                    Instant.ofEpochMilli(row.epochMs("startTime")),
                    Instant.ofEpochMilli(row.epochMs("endTime")));
            if ((owner == null || owner.equals(carId)) && touches(track, from, to)) {
                tracks.add(track);
            }
        });
        return tracks.stream().distinct().toList();
    }

    private static boolean touches(ProviderTrack track, Instant from, Instant to) {
        return !track.end().isBefore(from) && !track.start().isAfter(to);
    }

    /** All fixes of a recording, as sent: the answer is read as a stream, never as a tree. */
    void fixes(ProviderTrack track, FixSink fixes) {
        Map<String, Object> query = Map.of("trackId", encoded(track.id()), "limit", PAGE_OF_FIXES);
        pages(
                "fetch-trackpoints",
                "GET /trackpoints/" + track.id(),
                query,
                PAGE_OF_FIXES,
                row -> fixes.fix(
                        row.epochMs("time"),
                        track.id(),
                        row.number("latitude"),
                        row.number("longitude"),
                        row.number("speed") / KMH_PER_MPS,
                        row.number("accuracy"),
                        row.number("speedAccuracy"),
                        row.number("bearing"),
                        row.number("altitude"),
                        row.flag("mock")));
    }

    /** The provider's ids of vehicles by their names, read once in five minutes. */
    private synchronized Map<String, List<String>> providerIds() {
        if (!clock.instant().isBefore(idsUntil)) {
            Map<String, List<String>> ids = new HashMap<>();
            pages("fetch-vehicles", "GET /vehicles", Map.of("limit", PAGE), PAGE, row -> ids.computeIfAbsent(
                            row.text("name"), name -> new ArrayList<>())
                    .add(row.text("id")));
            ids.replaceAll((name, all) -> all.stream().distinct().toList());
            idsByName = ids;
            idsUntil = clock.instant().plus(VEHICLES_FOR);
        }
        return idsByName;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Asks for page after page, until one is short or the provider repeats itself: some ignore the page's number. */
    private void pages(String route, String call, Map<String, Object> query, int limit, Consumer<Fields> rows) {
        String firstBefore = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            Page page = new Page(firstBefore, rows);
            Map<String, Object> variables = new HashMap<>(query);
            variables.put("page", number);
            authorized(route, call, variables, page);
            if (page.count < limit || page.repeats) {
                return;
            }
            firstBefore = page.first;
        }
        throw new ProviderException(
                200,
                "MyCarTracks " + call + ": expected at most " + MOST_PAGES + " pages, found more; ask for less",
                null);
    }

    /** Counts the rows of a page and hands them on, unless its first row was that of the page before. */
    private static final class Page implements Consumer<Fields> {
        private final String firstBefore;
        private final Consumer<Fields> rows;
        private String first;
        private int count;
        private boolean repeats;

        Page(String firstBefore, Consumer<Fields> rows) {
            this.firstBefore = firstBefore;
            this.rows = rows;
        }

        @Override
        public void accept(Fields row) {
            if (count++ == 0) {
                first = row.text("id");
                repeats = first.equals(firstBefore);
            }
            if (!repeats) {
                rows.accept(row);
            }
        }
    }

    /** A refused token is replaced once: it may have ended early. A 401 comes before any row. */
    private void authorized(String route, String call, Map<String, Object> variables, Consumer<Fields> rows) {
        String token = tokens.get();
        try {
            send(camel, route, call, null, withToken(variables, token), rows);
        } catch (ProviderException refused) {
            if (refused.status() != 401) {
                throw refused;
            }
            tokens.drop(token);
            send(camel, route, call, null, withToken(variables, tokens.get()), rows);
        }
    }

    private static Map<String, Object> withToken(Map<String, Object> variables, String token) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("token", token);
        return all;
    }

    /** Calls a route that asks the provider and hands what it reads to {@code rows}. */
    static void send(
            ProducerTemplate camel,
            String route,
            String call,
            String body,
            Map<String, Object> variables,
            Consumer<Fields> rows) {
        Exchange answer = camel.send("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.setVariable("call", call);
            exchange.setVariable("rows", rows);
            variables.forEach(exchange::setVariable);
        });
        Exception failure = answer.getException();
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw ProviderException.silent(call, failure);
        }
    }
}

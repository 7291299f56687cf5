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
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.ProviderCalls.Errand;
import org.optimizer.extract.Rows.Fields;
import org.optimizer.extract.TracksSettings.Paging;
import org.optimizer.model.FixSink;
import org.optimizer.model.ProviderTrack;
import org.optimizer.model.Vehicle;

/** Reads recordings from the provider of GPS traces (MyCarTracks). Whatever is wrong there is a {@link ProviderException}. */
public class Tracks implements TraceSource {
    private static final Duration VEHICLES_FOR = Duration.ofMinutes(5);

    private final TracksSettings settings;
    private final Clock clock;
    private final ProviderCalls calls;
    private final FixFields fixFields;
    private final Map<String, String> ownNames;
    private Map<String, List<String>> idsByName = Map.of();
    private Instant idsUntil = Instant.MIN;

    public Tracks(ProducerTemplate camel, TracksSettings settings, Clock clock) {
        this(camel, settings, clock, time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000));
    }

    Tracks(ProducerTemplate camel, TracksSettings settings, Clock clock, Turns.Sleep sleep) {
        this.settings = settings;
        this.clock = clock;
        this.calls = new ProviderCalls(camel, settings, clock, sleep);
        this.fixFields = new FixFields(settings);
        this.ownNames = settings.ownNames();
    }

    @Override
    public String name() {
        return Vehicle.MYCARTRACKS;
    }

    @Override
    public String address() {
        return settings.baseUrl();
    }

    @Override
    public Instant notBefore() {
        return calls.notBefore();
    }

    /** Asks for a token and for the vehicles. */
    @Override
    public synchronized OptionalInt check() {
        idsUntil = Instant.MIN;
        return OptionalInt.of(
                providerIds().values().stream().mapToInt(List::size).sum());
    }

    @Override
    public void read(Vehicle vehicle, Instant from, Instant to, FixSink fixes) {
        Errand errand = calls.errand(vehicle.id());
        list(errand, vehicle, from, to).forEach(track -> fixes(errand, track, fixes));
    }

    /** The recordings of a vehicle that touch a span of time; empty when the provider does not know the vehicle. */
    List<ProviderTrack> list(Vehicle vehicle, Instant from, Instant to) {
        return list(calls.errand(vehicle.id()), vehicle, from, to);
    }

    private List<ProviderTrack> list(Errand errand, Vehicle vehicle, Instant from, Instant to) {
        List<String> ids = providerIds().getOrDefault(vehicle.sourceRef(), List.of());
        if (ids.size() > 1) {
            throw new ProviderException(
                    200,
                    "MyCarTracks GET " + settings.paths().vehicles() + ": expected one vehicle named \""
                            + vehicle.sourceRef() + "\", found those with id " + String.join(", ", ids)
                            + "; rename them there",
                    null);
        }
        return ids.isEmpty() ? List.of() : tracks(errand, ids.get(0), from, to);
    }

    private List<ProviderTrack> tracks(Errand errand, String carId, Instant from, Instant to) {
        List<ProviderTrack> tracks = new ArrayList<>();
        Map<String, Object> query = Map.of(
                "path", settings.paths().tracks(),
                "carId", encoded(carId),
                "fromTime", encoded(settings.queryTime().write(from)),
                "toTime", encoded(settings.queryTime().write(to)));
        String call = "GET " + settings.paths().tracks() + "?carId=" + carId;
        pages(errand, "fetch-tracks", call, query, settings.paging(), settings.pageSize(), rows(row -> {
            String owner = row.optionalText("vehicle");
            ProviderTrack track = new ProviderTrack(row.text("id"), time(row, "start"), time(row, "end"));
            if ((owner == null || owner.equals(carId)) && touches(track, from, to)) {
                tracks.add(track);
            }
        }));
        return tracks.stream().distinct().toList();
    }

    private Instant time(Fields row, String name) {
        return row.time(name, settings.answerTime());
    }

    private static boolean touches(ProviderTrack track, Instant from, Instant to) {
        return !track.end().isBefore(from) && !track.start().isAfter(to);
    }

    /** All fixes of a recording, as sent: the answer is read as a stream, never as a tree. */
    void fixes(ProviderTrack track, FixSink fixes) {
        fixes(calls.errand(""), track, fixes);
    }

    private void fixes(Errand errand, ProviderTrack track, FixSink fixes) {
        String path = settings.paths().trackpoints().replace("{trackId}", encoded(track.id()));
        pages(
                errand,
                "fetch-trackpoints",
                "GET " + path,
                Map.of("path", path),
                settings.paging(),
                settings.fixesPerPage(),
                firstBefore -> new FixReader(fixFields, track.id(), firstBefore, fixes));
    }

    /** The provider's ids of vehicles by their names, read once in five minutes: every vehicle depends on it. */
    private synchronized Map<String, List<String>> providerIds() {
        if (!clock.instant().isBefore(idsUntil)) {
            Map<String, List<String>> ids = new HashMap<>();
            String path = settings.paths().vehicles();
            try {
                pages(
                        calls.errand(Turns.ALL),
                        "fetch-vehicles",
                        "GET " + path,
                        Map.of("path", path),
                        Paging.PAGE,
                        settings.pageSize(),
                        rows(row -> ids.computeIfAbsent(row.text("name"), name -> new ArrayList<>())
                                .add(row.text("id"))));
            } catch (ProviderException failure) {
                throw failure.ofAll();
            }
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
    private void pages(
            Errand errand,
            String route,
            String call,
            Map<String, Object> query,
            Paging paging,
            int limit,
            Page.Reader reader) {
        String firstBefore = null;
        for (int number = 0; number < settings.maximumPages(); number++) {
            Page page = reader.page(firstBefore);
            Map<String, Object> variables = new HashMap<>(query);
            variables.put(
                    "paging",
                    "page=" + number + "&limit=" + limit + (paging == Paging.OMIT_PAGE ? "&omitPage=true" : ""));
            calls.get(errand, route, call, variables, page);
            if (page.rows() < limit || page.repeats()) {
                return;
            }
            firstBefore = page.first();
        }
        throw ProviderException.excessive(
                call,
                "at most " + settings.maximumPages() + " pages of " + limit + " rows",
                "more",
                "ask for fewer days, or raise optimizer.traces.maximum-pages");
    }

    private Page.Reader rows(Consumer<Fields> rows) {
        return firstBefore -> new RowsPage(ownNames, firstBefore, rows);
    }
}

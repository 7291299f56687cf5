package org.optimizer.process;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.FetchProblems.Outcomes;
import org.optimizer.extract.ProviderException;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Vehicles;
import org.optimizer.model.FetchProblem;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;

/** How the sources of traces do: when each last answered, which vehicles it fails for and why, and how fresh their fixes are. */
public class ProviderDesk {
    private static final Duration SHARE_OF = Duration.ofDays(1);

    /**
     * @param address where it is asked; empty when its fixes come by themselves
     * @param lastFetch when fetching any of its vehicles last succeeded
     * @param lastDay how often that went well and failed within the last 24 hours
     * @param problem what concerns all of its vehicles
     * @param vehicles those with a problem first, by name
     */
    public record Source(
            String name,
            String address,
            Optional<Instant> lastFetch,
            Outcomes lastDay,
            Optional<FetchProblem> problem,
            List<VehicleLine> vehicles) {
        public long vehiclesWithProblem() {
            return vehicles.stream().filter(line -> line.problem.isPresent()).count();
        }
    }

    /** @param newestFix when it was recorded; empty when there is none */
    public record VehicleLine(
            Vehicle vehicle,
            Site site,
            Optional<Instant> newestFix,
            Optional<Instant> lastFetch,
            Optional<FetchProblem> problem) {}

    /**
     * What a source says when it is asked.
     *
     * @param failure in words; empty when it answered
     * @param vehicles how many it lists
     * @param durationMs how long it took
     */
    public record Trial(Optional<String> failure, OptionalInt vehicles, long durationMs) {}

    private final Sites sites;
    private final Vehicles vehicles;
    private final FetchProblems problems;
    private final Map<String, TraceSource> sources = new TreeMap<>();
    private final Clock clock;

    public ProviderDesk(
            Sites sites, Vehicles vehicles, FetchProblems problems, List<TraceSource> sources, Clock clock) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.problems = problems;
        this.clock = clock;
        sources.forEach(source -> this.sources.put(source.name(), source));
    }

    /** All sources that are asked or that a vehicle names, by name. */
    public List<Source> sources() {
        Map<String, List<VehicleLine>> lines =
                new TreeMap<>(lines().stream().collect(groupingBy(line -> line.vehicle.traceSource())));
        sources.keySet().forEach(name -> lines.putIfAbsent(name, List.of()));
        Map<String, Outcomes> outcomes = problems.outcomesSince(clock.instant().minus(SHARE_OF));
        List<FetchProblem> ofAll = problems.list().stream()
                .filter(problem -> problem.vehicleId().equals(FetchProblem.ALL_VEHICLES))
                .toList();
        List<Source> all = new ArrayList<>();
        lines.forEach((name, some) -> all.add(source(name, some, outcomes, ofAll)));
        return all;
    }

    private Source source(
            String name, List<VehicleLine> lines, Map<String, Outcomes> outcomes, List<FetchProblem> ofAll) {
        return new Source(
                name,
                Optional.ofNullable(sources.get(name)).map(TraceSource::address).orElse(""),
                lines.stream().flatMap(line -> line.lastFetch.stream()).max(Instant::compareTo),
                outcomes.getOrDefault(name, Outcomes.NONE),
                ofAll.stream().filter(problem -> problem.source().equals(name)).findFirst(),
                lines);
    }

    private List<VehicleLine> lines() {
        Map<String, Instant> newest = problems.newestFixes();
        Map<String, Instant> fetched = problems.lastFetches();
        Map<String, FetchProblem> bad = new TreeMap<>();
        problems.list().forEach(problem -> bad.put(problem.vehicleId() + "/" + problem.source(), problem));
        return vehicles.list().stream()
                .map(vehicle -> new VehicleLine(
                        vehicle,
                        sites.get(vehicle.siteId()),
                        Optional.ofNullable(newest.get(vehicle.id())),
                        Optional.ofNullable(fetched.get(vehicle.id())),
                        Optional.ofNullable(bad.get(vehicle.id() + "/" + vehicle.traceSource()))))
                .toList();
    }

    /**
     * Asks a source for what every fetch depends on; nothing is stored.
     *
     * @return empty when there is no such source to ask
     */
    public Optional<Trial> test(String name) {
        return Optional.ofNullable(sources.get(name)).map(this::test);
    }

    private Trial test(TraceSource source) {
        Instant asked = clock.instant();
        try {
            OptionalInt listed = source.check();
            return new Trial(Optional.empty(), listed, since(asked));
        } catch (ProviderException failure) {
            return new Trial(Optional.of(failure.getMessage()), OptionalInt.empty(), since(asked));
        }
    }

    private long since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis();
    }
}

package org.optimizer.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.optimizer.extract.Backfills;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.BackfillSink;
import org.optimizer.model.Backfill;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Site;
import org.optimizer.model.StoredDay;
import org.optimizer.model.Vehicle;
import org.springframework.transaction.support.TransactionOperations;

/** Where a past range is looked at, fetched again, watched and cancelled: from the page and from the command line alike. */
public class BackfillDesk {
    private static final int LONGEST_DAYS = 400;
    private static final int LISTED = 20;
    private static final String KEY = "backfill/";

    /**
     * What is asked for.
     *
     * @param scope {@code all}, {@code site:} and a site's id, {@code vehicles:} and ids or names with commas, or a contest's id
     */
    public record Range(String scope, LocalDate first, LocalDate last) {}

    /**
     * What fetching a range again would touch.
     *
     * @param scope as the process takes it
     * @param asked how many vehicle-days would be asked of their providers
     * @param weeks of contests whose facts may change
     */
    public record Preview(Range range, String scope, List<VehicleStock> vehicles, int asked, List<TouchedWeek> weeks) {}

    /**
     * What is there of a vehicle.
     *
     * @param pulled whether its provider can be asked; fixes of the others come by themselves
     * @param days each day of the range
     */
    public record VehicleStock(Vehicle vehicle, boolean pulled, List<StoredDay> days) {
        public long fixes() {
            return days.stream().mapToLong(StoredDay::fixes).sum();
        }

        public long daysWithFixes() {
            return days.stream().filter(day -> day.fixes() > 0).count();
        }

        /** When any of the days was last asked for; empty when never. */
        public Optional<Instant> fetchedAt() {
            return days.stream().flatMap(day -> day.fetchedAt().stream()).max(Instant::compareTo);
        }
    }

    /** A week of a contest with one of the vehicles that overlaps the range. */
    public record TouchedWeek(Contest contest, Batch batch) {}

    /**
     * How far it is.
     *
     * @param done vehicle-days asked of their providers since it was started
     * @param of vehicle-days that are to be asked for; those of vehicles added or removed meanwhile count as they are now
     * @param incident why it has stopped, in words; empty while it runs
     */
    public record Progress(Backfill backfill, int done, int of, Optional<String> incident) {}

    /** What can be chosen. */
    public record Choice(List<Site> sites, List<Contest> contests, List<Vehicle> vehicles) {}

    private final Sites sites;
    private final Contests contests;
    private final Vehicles vehicles;
    private final Backfills backfills;
    private final BackfillSink sink;
    private final Set<String> pulled;
    private final FactsRefresh refresh;
    private final RuntimeService engine;
    private final IdentityService identities;
    private final TransactionOperations transaction;
    private final Clock clock;

    public BackfillDesk(
            Sites sites,
            Contests contests,
            Vehicles vehicles,
            Backfills backfills,
            BackfillSink sink,
            List<TraceSource> sources,
            FactsRefresh refresh,
            RuntimeService engine,
            IdentityService identities,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.vehicles = vehicles;
        this.backfills = backfills;
        this.sink = sink;
        this.pulled = sources.stream().map(TraceSource::name).collect(Collectors.toSet());
        this.refresh = refresh;
        this.engine = engine;
        this.identities = identities;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Choice choice() {
        return new Choice(sites.list(), contests.list(), vehicles.list());
    }

    /** @throws IllegalArgumentException when the range is none, too long or in the future, or there is no such vehicle */
    public Preview preview(Range range) {
        check(range);
        String scope = scope(range.scope());
        List<Vehicle> chosen = chosen(scope);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("\"" + range.scope() + "\": expected at least one vehicle, found none");
        }
        Map<String, Map<LocalDate, StoredDay>> stock = backfills.listStock(range.first(), range.last()).stream()
                .collect(groupingBy(StoredDay::vehicleId, toMap(StoredDay::day, Function.identity())));
        List<VehicleStock> rows = chosen.stream()
                .map(vehicle -> stock(vehicle, range, stock.getOrDefault(vehicle.id(), Map.of())))
                .toList();
        int asked = rows.stream()
                .filter(VehicleStock::pulled)
                .mapToInt(row -> row.days().size())
                .sum();
        return new Preview(range, scope, rows, asked, touched(range, chosen));
    }

    private void check(Range range) {
        LocalDate today = LocalDate.now(clock);
        DaySpan span = DaySpan.parse(range.first() + "/" + range.last());
        if (span.last().isAfter(today) || span.days().size() > LONGEST_DAYS) {
            throw new IllegalArgumentException("days " + span + ": expected at most " + LONGEST_DAYS + " days up to "
                    + today + ", found " + span.days().size() + " up to " + span.last());
        }
    }

    /** People may say names of vehicles; the process takes ids. */
    private String scope(String given) {
        String scope = given.strip();
        if (!scope.startsWith(FleetChunks.VEHICLES)) {
            return scope;
        }
        List<Vehicle> all = vehicles.list();
        List<String> ids = List.of(
                        scope.substring(FleetChunks.VEHICLES.length()).split(","))
                .stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> vehicle(word, all).id())
                .distinct()
                .toList();
        String known = FleetChunks.ofVehicles(ids);
        if (!known.startsWith(FleetChunks.VEHICLES)) {
            throw new IllegalArgumentException(
                    ids.size() + " vehicles: expected so few that their ids fit into 2000 characters; choose a site");
        }
        return known;
    }

    private static Vehicle vehicle(String word, List<Vehicle> all) {
        return all.stream()
                .filter(vehicle -> vehicle.id().equals(word) || vehicle.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "vehicle \"" + word + "\": expected an id or a name, found no such vehicle"));
    }

    private List<Vehicle> chosen(String scope) {
        return new FleetChunks(vehicles, contests, 1).all(scope);
    }

    private VehicleStock stock(Vehicle vehicle, Range range, Map<LocalDate, StoredDay> stored) {
        List<StoredDay> days = new DaySpan(range.first(), range.last())
                .days().stream()
                        .map(day -> stored.getOrDefault(day, new StoredDay(vehicle.id(), day, 0, Optional.empty())))
                        .toList();
        return new VehicleStock(vehicle, pulled.contains(vehicle.traceSource()), days);
    }

    private List<TouchedWeek> touched(Range range, List<Vehicle> chosen) {
        Set<String> ids = chosen.stream().map(Vehicle::id).collect(Collectors.toSet());
        List<TouchedWeek> touched = new ArrayList<>();
        contests.list().stream()
                .filter(contest -> contest.vehicleIds().stream().anyMatch(ids::contains))
                .forEach(contest -> contests.listBatches(contest.id()).stream()
                        .filter(batch -> overlaps(batch, range))
                        .forEach(batch -> touched.add(new TouchedWeek(contest, batch))));
        return touched;
    }

    private static boolean overlaps(Batch batch, Range range) {
        return !batch.week().sunday().isBefore(range.first())
                && !batch.week().monday().isAfter(range.last());
    }

    /**
     * Starts it.
     *
     * @return its id
     * @throws IllegalArgumentException as {@link #preview}, or when the reason is blank or too long
     */
    public String start(Range range, String reason, String by) {
        Preview preview = preview(range);
        if (reason.isBlank() || reason.length() > 1000) {
            throw new IllegalArgumentException("reason: expected 1 to 1000 characters, found "
                    + reason.strip().length());
        }
        Instant now = clock.instant();
        Backfill backfill = new Backfill(
                Ulid.at(now),
                preview.scope(),
                range.first(),
                range.last(),
                reason.strip(),
                by,
                now,
                Backfill.State.RUNNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        // who may start one is decided before this call; the engine shall only keep who it was
        identities.setAuthentication(by, List.of(Groups.CAMUNDA_ADMIN));
        try {
            transaction.executeWithoutResult(status -> {
                sink.start(backfill);
                engine.startProcessInstanceByKey(
                        BackfillTraces.PROCESS,
                        KEY + backfill.id(),
                        Map.of("backfillId", backfill.id(), "scope", backfill.scope()));
            });
        } finally {
            identities.clearAuthentication();
        }
        return backfill.id();
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public Progress progress(String id) {
        Backfill backfill = backfills.get(id);
        List<Vehicle> asked = chosen(backfill.scope()).stream()
                .filter(vehicle -> pulled.contains(vehicle.traceSource()))
                .toList();
        Map<String, Integer> fetched = backfills.countFetched(backfill.first(), backfill.last(), backfill.at());
        int done = asked.stream()
                .mapToInt(vehicle -> fetched.getOrDefault(vehicle.id(), 0))
                .sum();
        int days = new DaySpan(backfill.first(), backfill.last()).days().size();
        return new Progress(backfill, done, days * asked.size(), incident(id));
    }

    /** The fetch that it called carries the same business key. */
    private Optional<String> incident(String id) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(KEY + id).withIncident().list().stream()
                .flatMap(instance -> engine.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                .map(Incident::getIncidentMessage)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Newest first. */
    public List<Backfill> list() {
        return backfills.listNewest(LISTED);
    }

    /**
     * Stops one between two chunks of vehicles; what was fetched stays, and gets its facts.
     *
     * @return false when a chunk is just ending: then it stops after its slice
     * @throws IllegalArgumentException when there is none of this id
     */
    public boolean cancel(String id, String by) {
        backfills.get(id);
        transaction.executeWithoutResult(status -> {
            sink.end(id, Backfill.State.CANCELLED, clock.instant(), Optional.of(by));
            refresh.request();
        });
        try {
            transaction.executeWithoutResult(status -> instance(id)
                    .ifPresent(running -> engine.deleteProcessInstance(running.getId(), "cancelled by " + by)));
            return true;
        } catch (OptimisticLockingException meanwhileItMovedOn) {
            return false;
        }
    }

    private Optional<ProcessInstance> instance(String id) {
        return Optional.ofNullable(engine.createProcessInstanceQuery()
                .processDefinitionKey(BackfillTraces.PROCESS)
                .processInstanceBusinessKey(KEY + id)
                .singleResult());
    }
}

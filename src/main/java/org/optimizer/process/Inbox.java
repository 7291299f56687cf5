package org.optimizer.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.optimizer.extract.InboxFiles;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.files.BadgeFile;
import org.optimizer.extract.files.FileMistake;
import org.optimizer.extract.files.Text;
import org.optimizer.extract.files.TraceFile;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.InboxSink;
import org.optimizer.model.EtlRun;
import org.optimizer.model.InboxFile;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.process.InboxFolder.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the files that people and machines drop into a folder: each in one transaction, after which it is moved to {@code done}, or
 * to {@code failed} with the reason beside it. A node that dies in between leaves a file that is read again and changes nothing.
 */
public class Inbox {
    static final String SOURCE = "inbox";
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String BADGES = "badges";
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final int MOST_SHOWN = 200;
    private static final long MB = 1_000_000;

    /** Countries whose people read French; the others get English. */
    private static final Set<String> FRENCH = Set.of(
            "FR", "BE", "LU", "MC", "CI", "SN", "ML", "BF", "NE", "TG", "BJ", "GN", "CM", "GA", "CG", "MG", "MA", "TN",
            "DZ");

    private final InboxSettings settings;
    private final int fixesInMemory;
    private final InboxFolder folder;
    private final Sites sites;
    private final Vehicles vehicles;
    private final InboxFiles files;
    private final InboxSink sink;
    private final Intake intake;
    private final BadgeDesk badges;
    private final EtlRunSink etlRuns;
    private final FactsRefresh refresh;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Map<String, Attempts> attempts = new HashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** @param fixesInMemory after how many fixes a batch of the intake stores a piece by itself */
    public Inbox(
            InboxSettings settings,
            int fixesInMemory,
            Sites sites,
            Vehicles vehicles,
            InboxFiles files,
            InboxSink sink,
            Intake intake,
            BadgeDesk badges,
            EtlRunSink etlRuns,
            FactsRefresh refresh,
            TransactionOperations transaction,
            Clock clock) {
        this(
                settings,
                fixesInMemory,
                new InboxFolder(settings),
                sites,
                vehicles,
                files,
                sink,
                intake,
                badges,
                etlRuns,
                refresh,
                transaction,
                clock);
    }

    Inbox(
            InboxSettings settings,
            int fixesInMemory,
            InboxFolder folder,
            Sites sites,
            Vehicles vehicles,
            InboxFiles files,
            InboxSink sink,
            Intake intake,
            BadgeDesk badges,
            EtlRunSink etlRuns,
            FactsRefresh refresh,
            TransactionOperations transaction,
            Clock clock) {
        this.settings = settings;
        this.fixesInMemory = fixesInMemory;
        this.folder = folder;
        this.sites = sites;
        this.vehicles = vehicles;
        this.files = files;
        this.sink = sink;
        this.intake = intake;
        this.badges = badges;
        this.etlRuns = etlRuns;
        this.refresh = refresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the page shows. */
    public record Look(Path folder, int largestMb, List<Waiting> waiting, List<InboxFile> ended) {}

    /**
     * A file that is not read yet.
     *
     * @param since of the file's last change; when it is being read, since when
     * @param state {@code waiting}, {@code unfinished} or {@code taken}
     */
    public record Waiting(String name, long bytes, Instant since, String state) {}

    /** How often a file could not be stored for a reason that is not the file's. */
    private record Attempts(int count, Instant notBefore) {}

    /** What a file has to be read with. */
    private record Fleet(VehicleNames names, Map<String, Site> sites) {
        private ZoneId zoneOf(Vehicle vehicle) {
            return sites.get(vehicle.siteId()).zone();
        }
    }

    /** One file, whose hash is known. @param vehicle which its name begins with */
    private record Sealed(Taken file, long bytes, String hash, Optional<Vehicle> vehicle) {
        private boolean isBadges() {
            return file.name().toLowerCase(Locale.ROOT).startsWith(BADGES);
        }

        private String vehicleId() {
            return vehicle.map(Vehicle::id).orElse("");
        }
    }

    /**
     * One look at the folder: whatever is complete is read. A file that cannot be used, or stored, keeps no other one waiting.
     *
     * @return how many files were taken
     */
    public int round() {
        folder.make();
        Fleet fleet = fleet(); // no database, no round: nothing is taken
        Instant now = clock.instant();
        List<Taken> abandoned = folder.takeAgain(now.minus(settings.takenFor()), now);
        abandoned.forEach(file -> workOn(file, fleet));
        int taken = abandoned.size();
        for (Path path : folder.ready(now)) {
            taken += !stopped.get() && isTaken(path, fleet) ? 1 : 0;
        }
        folder.forget(now.minus(settings.keep()));
        return taken;
    }

    private boolean isTaken(Path path, Fleet fleet) {
        if (!mayTry(path.getFileName().toString())) {
            return false;
        }
        try {
            Optional<Taken> file = folder.take(path, clock.instant());
            file.ifPresent(mine -> workOn(mine, fleet));
            return file.isPresent();
        } catch (UncheckedIOException notOurs) {
            LOG.error("inbox file {}: it cannot be taken, and stays where it is", path, notOurs);
            return false;
        }
    }

    /** Ends the round under way after the file that is being read. */
    public void stop() {
        stopped.set(true);
    }

    /** Takes what a killed node had taken, without waiting for it: only where this node is the only one. */
    public void takeOver() {
        folder.make();
        Instant now = clock.instant();
        folder.takeAgain(now, now).forEach(folder::putBack);
    }

    private Fleet fleet() {
        Map<String, Site> byId = new TreeMap<>();
        sites.list().forEach(site -> byId.put(site.id(), site));
        return new Fleet(new VehicleNames(vehicles.list()), byId);
    }

    private boolean mayTry(String name) {
        Attempts before = attempts.get(InboxFolder.harmless(name));
        return before == null || !clock.instant().isBefore(before.notBefore);
    }

    private void workOn(Taken file, Fleet fleet) {
        try {
            read(file, fleet);
        } catch (RuntimeException broken) {
            // whatever it is: it stays taken, and is taken again later
            LOG.error(
                    "inbox file {}: what became of it could not be noted, it will be read again", file.name(), broken);
        }
    }

    private void read(Taken file, Fleet fleet) {
        Optional<Vehicle> vehicle = fleet.names.findAtStart(file.name());
        String hash = "";
        String keptName;
        try {
            long bytes = checkedSize(file);
            hash = hash(file);
            keptName = store(new Sealed(file, bytes, hash, vehicle), fleet);
        } catch (FileMistake mistake) {
            failed(file, hash, vehicle, mistake, fleet);
            return;
        } catch (RuntimeException broken) {
            tryLater(file, hash, vehicle, broken, fleet);
            return;
        }
        // from here on it is stored: whatever goes wrong, the next one who takes it finds nothing new in it
        attempts.remove(file.name());
        folder.moveToDone(file, keptName, clock.instant());
    }

    private long checkedSize(Taken file) {
        if (Files.isSymbolicLink(file.path())) {
            throw mistake(file, "link");
        }
        if (Files.isDirectory(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw mistake(file, "directory");
        }
        if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw mistake(file, "no-file");
        }
        if (!Files.isReadable(file.path())) {
            throw mistake(file, "forbidden");
        }
        long bytes = size(file);
        if (bytes > settings.largestMb() * MB) {
            throw mistake(file, "too-large", settings.largestMb(), bytes / MB + 1);
        }
        return bytes;
    }

    private static FileMistake mistake(Taken file, String code, Object... details) {
        return new FileMistake(
                file.name(),
                code,
                0,
                Arrays.stream(details).map(String::valueOf).toList());
    }

    private static long size(Taken file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + file.path() + ": has no size", e);
        }
    }

    private static String hash(Taken file) {
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + file.path() + ": cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return the name that the file gets in the folder done */
    private String store(Sealed sealed, Fleet fleet) {
        String keptName = folder.keptName(sealed.file.name(), clock.instant(), sealed.hash);
        transaction.executeWithoutResult(status -> {
            IntakeCount count = storeRows(sealed, fleet);
            sink.add(ended(sealed, keptName, InboxFile.State.DONE, count, Optional.empty()));
        });
        return keptName;
    }

    private IntakeCount storeRows(Sealed sealed, Fleet fleet) {
        OptionalLong before = files.findReadRows(sealed.hash, sealed.vehicleId());
        if (before.isPresent()) {
            return new IntakeCount(0, 0, before.getAsLong(), 0, 0, 0);
        }
        IntakeCount count = sealed.isBadges() ? storeBadges(sealed) : storeFixes(sealed, fleet);
        if (size(sealed.file) != sealed.bytes) {
            throw new IllegalStateException("inbox file " + sealed.file.name()
                    + ": grew while it was read; write it under a name that ends in .part, and rename it then");
        }
        return count;
    }

    private IntakeCount storeFixes(Sealed sealed, Fleet fleet) {
        Instant startedAt = clock.instant();
        InboxReading reading = new InboxReading(
                fleet.names, fleet::zoneOf, vehicle -> intake.open(SOURCE, vehicle, startedAt), fixesInMemory);
        new TraceFile(sealed.file.path(), sealed.file.name(), sealed.vehicle.map(Vehicle::id))
                .readInto(reading, stream -> stream);
        IntakeCount count = reading.close();
        reading.runs(SOURCE, startedAt, durationMs(startedAt)).forEach(etlRuns::add);
        if (count.changesStock()) {
            refresh.request();
        }
        return count;
    }

    private long durationMs(Instant startedAt) {
        return Duration.between(startedAt, clock.instant()).toMillis();
    }

    private IntakeCount storeBadges(Sealed sealed) {
        Instant startedAt = clock.instant();
        List<BadgeFile.Row> rows = new ArrayList<>();
        new BadgeFile(sealed.file.path(), sealed.file.name()).readInto(rows::add, stream -> stream);
        BadgeDesk.Answer answer = badges.receive(
                SOURCE,
                vehicle -> true,
                rows.stream()
                        .map(row -> new BadgeDesk.LogIn(row.vehicle(), row.driver(), row.time()))
                        .toList());
        answer.rejected().forEach(rejected -> refuseUnreadable(rows.get(rejected.index()), rejected.code()));
        int aside = answer.rejected().size();
        IntakeCount count = new IntakeCount(answer.accepted(), 0, answer.duplicates(), aside, 0, 0);
        etlRuns.add(new EtlRun(BADGES, null, null, null, startedAt, durationMs(startedAt), count));
        return count;
    }

    /** Who is unknown may be known tomorrow; what cannot be read is a mistake in the file. */
    private static void refuseUnreadable(BadgeFile.Row row, String code) {
        switch (code) {
            case "NO_VEHICLE" -> throw row.wrong("no-badge-vehicle");
            case "BAD_TIME" -> throw row.wrong("log-in-time", Text.quoted(row.time()));
            case "FUTURE_TIME" -> throw row.wrong("log-in-future", Text.quoted(row.time()));
            case "TOO_LONG" -> throw row.wrong("long-log-in");
            default -> {
                // kept aside
            }
        }
    }

    private InboxFile ended(
            Sealed sealed,
            String keptName,
            InboxFile.State state,
            IntakeCount count,
            Optional<InboxFile.Mistake> mistake) {
        return new InboxFile(
                sealed.file.name(),
                keptName,
                sealed.hash,
                sealed.vehicleId(),
                sealed.bytes,
                state,
                clock.instant(),
                count,
                mistake);
    }

    private void failed(Taken file, String hash, Optional<Vehicle> vehicle, FileMistake wrong, Fleet fleet) {
        InboxFile.Mistake mistake = inThisFolder(wrong, file, fleet);
        String keptName = folder.keptName(file.name(), clock.instant(), hash);
        long bytes = Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS) ? size(file) : 0;
        InboxFile ended = ended(
                new Sealed(file, bytes, hash, vehicle),
                keptName,
                InboxFile.State.FAILED,
                IntakeCount.NONE,
                Optional.of(mistake));
        transaction.executeWithoutResult(status -> sink.add(ended));
        folder.moveToFailed(file, keptName, reason(ended, mistake, language(vehicle, fleet)), clock.instant());
    }

    /** The command line's way to name a vehicle is another than the folder's. */
    private static InboxFile.Mistake inThisFolder(FileMistake wrong, Taken file, Fleet fleet) {
        String example = fleet.names.examples(1).stream().findFirst().orElse("T07") + "_2026-11-16.gpx";
        return switch (wrong.code()) {
            case "no-vehicle-column", "no-vehicle" ->
                new InboxFile.Mistake(wrong.code() + "-inbox", wrong.line(), wrong.details());
            case "unknown-vehicle" ->
                file.name().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?")
                        ? new InboxFile.Mistake(wrong.code(), wrong.line(), wrong.details())
                        : new InboxFile.Mistake("unknown-file-vehicle", 0, List.of(file.name(), example));
            default -> new InboxFile.Mistake(wrong.code(), wrong.line(), wrong.details());
        };
    }

    private static Locale language(Optional<Vehicle> vehicle, Fleet fleet) {
        return vehicle.map(known -> fleet.sites.get(known.siteId()))
                .or(() -> fleet.sites.values().stream().findFirst())
                .filter(site -> !FRENCH.contains(site.country()))
                .map(site -> Locale.ENGLISH)
                .orElse(Locale.FRENCH);
    }

    private String reason(InboxFile file, InboxFile.Mistake mistake, Locale language) {
        String sentence = FileMistake.sentence(mistake.code(), mistake.details(), language);
        return FileMistake.sentence(
                mistake.line() > 0 ? "reason-with-line" : "reason",
                List.of(
                        file.name(),
                        Long.toString(mistake.line()),
                        sentence,
                        folder.root().toString(),
                        file.keptAs()),
                language);
    }

    /** Nothing of it was stored, and the file may be right. */
    private void tryLater(Taken file, String hash, Optional<Vehicle> vehicle, RuntimeException broken, Fleet fleet) {
        int count = attempts.getOrDefault(file.name(), new Attempts(0, Instant.MIN)).count + 1;
        LOG.warn("inbox file {}: attempt {} of {} to store it failed", file.name(), count, ATTEMPTS, broken);
        if (count >= ATTEMPTS) {
            attempts.remove(file.name());
            failed(file, hash, vehicle, mistake(file, "not-stored", count, firstLine(broken)), fleet);
        } else {
            attempts.put(file.name(), new Attempts(count, clock.instant().plus(BETWEEN_ATTEMPTS)));
            folder.putBack(file);
        }
    }

    private static String firstLine(Throwable broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("?");
    }

    public Look look() {
        folder.make();
        return new Look(
                folder.root(),
                settings.largestMb(),
                folder.waiting(),
                files.listSince(clock.instant().minus(SHOWN), MOST_SHOWN));
    }

    /**
     * Puts a file into the folder, as if somebody had dropped it there.
     *
     * @return the name it has there
     */
    public String add(String name, InputStream content) {
        try {
            return folder.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), content);
        } catch (IOException e) {
            throw new UncheckedIOException("inbox " + folder.root() + ": file " + name + " cannot be written", e);
        }
    }
}

package org.optimizer.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Zones;
import org.optimizer.extract.files.FileMistake;
import org.optimizer.extract.files.Text;
import org.optimizer.extract.files.TraceFile;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.rules.RulesException;
import org.optimizer.transform.zones.ZoneMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** A trace file in, everything the product knows about it out: without database, engine, network or Spring. */
@Command(
        name = "analyse",
        description = "Says everything Optimizer knows about recordings.",
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:wrong use, or a file that cannot be read: FILE:LINE: what is wrong"})
final class Analyse implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int WRONG = 2;

    /** How the answer is printed. */
    enum Format {
        JSON,
        TEXT
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV, GPX 1.1 or MyCarTracks trackpoints JSON, plain or packed with gzip. Several files of one"
                            + " vehicle are one recording.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--vehicle-class",
            paramLabel = "CLASS",
            defaultValue = "tipper",
            converter = ToVehicleClass.class,
            description = "van, rigid, tipper, artic or dumper; default: ${DEFAULT-VALUE}.")
    private VehicleClass vehicleClass = VehicleClass.TIPPER;

    @Option(
            names = "--vehicle",
            paramLabel = "ID",
            description = "The vehicle of files that name none; default for GPX and JSON: the file's name.")
    private Optional<String> vehicle = Optional.empty();

    @Option(
            names = "--zones",
            paramLabel = "GEOJSON",
            description = "Zones: Polygon, MultiPolygon, or Point with radius_m; each with name and type.")
    private Optional<Path> zones = Optional.empty();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            converter = ToZoneId.class,
            description =
                    "The site's time zone, which decides its days, such as Europe/Paris; default: ${DEFAULT-VALUE}.")
    private ZoneId timeZone = ZoneId.of("UTC");

    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            defaultValue = "rules",
            description = "The rules folder; default: ${DEFAULT-VALUE}.")
    private Path rules = Path.of("rules");

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "absolute",
            converter = ToMethod.class,
            description = "absolute, or relative: with the method of 2019, the files being the fleet; default:"
                    + " ${DEFAULT-VALUE}.")
    private ScoringMethod method = ScoringMethod.ABSOLUTE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            converter = ToFormat.class,
            description = "json or text; default: ${DEFAULT-VALUE}.")
    private Format format = Format.JSON;

    private final Function<Path, Rulebook> rulebooks;
    private final OutputStream out;
    private final PrintStream err;

    /** @param rulebooks reads, checks and compiles a folder */
    Analyse(Function<Path, Rulebook> rulebooks, OutputStream out, PrintStream err) {
        this.rulebooks = rulebooks;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        try {
            print(report());
            return DONE;
        } catch (InputException | FileMistake | RulesException e) {
            err.println(e.getMessage().lines().collect(Collectors.joining(" ")));
            return WRONG;
        }
    }

    private Report report() {
        Background<Rulebook> compiling = new Background<>("compile-rules", () -> rulebooks.apply(rules));
        List<Zone> siteZones = zones.map(file -> new ZoneFile(file).read()).orElse(List.of());
        List<RecordedDays> recorded = recorded(Zones.mapOf(siteZones));
        Rulebook rulebook = compiling.get();
        Analyst analyst = new Analyst(vehicleClass, siteZones, timeZone, rulebook);
        List<Analysis> analyses = recorded.stream().map(analyst::analyse).toList();
        return new Report(
                Version.ofProduct(), rulebook.version(), vehicleClass, relative(analyses, rulebook), analyses);
    }

    private List<RecordedDays> recorded(ZoneMap zoneMap) {
        Recordings recordings = new Recordings();
        try (Progress progress = Progress.of(files)) {
            files.forEach(file ->
                    new TraceFile(file, vehicle).readInto(id -> Optional.of(recordings.of(id)), progress::watch));
        }
        List<RecordedDays> recorded = new ArrayList<>();
        recordings
                .byVehicle()
                .forEach((id, recording) -> recorded.add(RecordedDays.of(id, recording, timeZone, zoneMap)));
        return recorded;
    }

    private Optional<Relative> relative(List<Analysis> analyses, Rulebook rulebook) {
        return method == ScoringMethod.RELATIVE
                ? Optional.of(new Relative(analyses, vehicleClass, rulebook.relative("")))
                : Optional.empty();
    }

    private void print(Report report) throws IOException {
        try (OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
            if (format == Format.JSON) {
                JsonReport.print(report, buffered);
            } else {
                PrintStream text = new PrintStream(buffered, false, StandardCharsets.UTF_8);
                TextReport.print(report, timeZone, text);
                text.flush();
            }
        }
    }

    /** Says which classes there are. */
    static final class ToVehicleClass implements ITypeConverter<VehicleClass> {
        @Override
        public VehicleClass convert(String code) {
            try {
                return VehicleClass.of(code);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Says what a time zone looks like. */
    static final class ToZoneId implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String id) {
            try {
                return ZoneId.of(id);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "expected a time zone such as Europe/Paris, found " + Text.quoted(id));
            }
        }
    }

    /** Takes the words of the spelling that tables and files use; only methods that score recordings. */
    static final class ToMethod implements ITypeConverter<ScoringMethod> {
        @Override
        public ScoringMethod convert(String word) {
            return oneOf(
                    Arrays.stream(ScoringMethod.values())
                            .filter(method -> !method.isProvided())
                            .toArray(ScoringMethod[]::new),
                    word);
        }
    }

    /** As for the method. */
    static final class ToFormat implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            return oneOf(Format.values(), word);
        }
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> lower(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(values).map(Analyse::lower).collect(Collectors.joining(", ")) + ", found "
                        + Text.quoted(word)));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.optimizer.journey.Product.Refusal;

/** A mistake in what an operator ships or sets: the product ends at once and says what, where and what to do, on one screen. */
class RefusedStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINES_OF_A_SCREEN = 40;

    private final Properties properties = Properties.in("refused-start");
    private final Map<String, String> values = properties.values();

    @Test
    void aMissingFolderIsNamed() {
        Path nowhere = properties.folder().resolve("nowhere").toAbsolutePath();
        values.put("optimizer.folders.routes", nowhere.toString());

        assertRefused("folder " + nowhere, "found no such folder", "set optimizer.folders.routes");
    }

    @Test
    void brokenXmlOfAProcessIsNamedWithItsLine() {
        Path file = change("processes", "weekly-contest.bpmn", "</bpmn:process>", "");

        assertRefused("file " + file + ":", "expected XML", "must be terminated");
    }

    @Test
    void aFlowToNowhereIsNamedWithItsLine() {
        Path file = change("processes", "weekly-contest.bpmn", "targetRef=\"open-week\"", "targetRef=\"open-weak\"");

        assertRefused("file " + file + ":", "open-weak");
    }

    @Test
    void eachStepThatNothingInJavaAnswersIsNamed() {
        change("processes", "weekly-contest.bpmn", "weeklyContest.checkWeek(", "weeklyContents.checkWeek(");
        Path file = change("processes", "weekly-contest.bpmn", "weeklyContest.closeEmptyWeek(", "weeklyContest.shut(");

        assertRefused(
                "file " + file + ":", "\"weeklyContents\", which does not exist", "\"shut\"; it has", "closeWeek");
    }

    @Test
    void aMisspeltStepOfARouteIsNamedWithItsLine() {
        Path file = change("routes", "fetch-tracks.camel.yaml", "setVariable:", "setVarable:");

        assertRefused("file " + file + ":36", "setVarable");
    }

    @Test
    void aMissingQueryIsNamedWithItsRoute() {
        Path route = change("routes", "list-sites.camel.yaml", "list-sites.sql", "list-sights.sql");

        assertRefused("file " + route + ": ", "list-sights.sql does not exist");
    }

    @Test
    void aWrongCellOfATableIsNamedWithLineColumnAndWhatFits() {
        Path table = change("rules", "feature-mark.table.csv", ",van,", ",lorry,");

        assertRefused(
                "folder " + table.getParent(),
                "feature-mark.table.csv:2: column vehicle_class",
                "expected one of van",
                "found \"lorry\"");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(properties.standInPort(), 1, InetAddress.getLoopbackAddress())) {
            assertRefused("port " + taken.getLocalPort(), "optimizer.standin.port");
        }
    }

    @Test
    void messagesThatWouldLeaveThisMachineUnaskedAreRefused() {
        values.put("optimizer.sms.base-url", "https://rest.nexmo.com");

        assertRefused("optimizer.sms.base-url https://rest.nexmo.com", "set the mode to live");
    }

    @Test
    void aDatabaseThatIsInUseIsNamed() {
        try (Product first = Product.start(values)) {
            first.awaitLine("that its pages are there", line -> line.contains("Cockpit "));
            values.put("server.port", "0");
            values.put("optimizer.standin.enabled", "false");

            assertRefused(
                    "database jdbc:h2:file:" + properties.folder().toAbsolutePath(), "Another Optimizer runs on it");
        }
    }

    /** A folder like the product's own, with one change. @return the changed file */
    private Path change(String folder, String name, String what, String into) {
        Path file = copyOf(folder).resolve(name);
        try {
            String text = Files.readString(file);
            assertThat(text).contains(what);
            int at = text.indexOf(what);
            Files.writeString(file, text.substring(0, at) + into + text.substring(at + what.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path copyOf(String folder) {
        Path copy = properties.folder().resolve(folder).toAbsolutePath();
        if (values.putIfAbsent("optimizer.folders." + folder, copy.toString()) == null) {
            copy(Path.of(folder), copy);
        }
        return copy;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(String... words) {
        Refusal refusal = Product.start(values).awaitRefusal(PATIENCE);

        assertThat(refusal.output())
                .contains(words)
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .doesNotContain("\tat ", "Related cause", "Started Optimizer");
        assertThat(refusal.output().lines().count()).isLessThan(LINES_OF_A_SCREEN);
        assertThat(refusal.status()).isNotZero();
    }
}

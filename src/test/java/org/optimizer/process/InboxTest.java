package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Zones;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.InboxFile;
import org.optimizer.model.Vehicle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What is dropped into the folder is read once, whoever reads and whenever one dies. */
@EdgesTest
class InboxTest {
    private static final String HEADER = "timestamp_utc_iso,lat,lon,speed_mps\n";

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private InboxHouse house;
    private Inbox inbox;

    @BeforeEach
    void aQuarry() {
        house = new InboxHouse(folder, camel, jdbc, transactions);
        inbox = house.inbox();
    }

    @AfterEach
    void clear() {
        house.clear();
    }

    /** One fix a second from eight o'clock on. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Instant.parse("2026-10-20T08:00:00Z").plusSeconds(i) + ",44.1,2.9," + i % 20 + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aFileIsReadWhenItHasSettledAndMovedToDone() {
        house.drop("T07_tuesday.csv", HEADER + rows(100));

        inbox.round();
        assertThat(house.ended()).isEmpty();
        house.clock.now = house.clock.now.plusSeconds(11);
        inbox.round();

        assertThat(house.stored("v1")).isEqualTo(100);
        assertThat(house.ended()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("T07_tuesday.csv");
            assertThat(file.state()).isEqualTo(InboxFile.State.DONE);
            assertThat(file.count().fresh()).isEqualTo(100);
            assertThat(house.in("done")).containsExactly(file.keptAs());
        });
        assertThat(house.in("done").get(0))
                .startsWith("T07_tuesday.20261026-0500")
                .endsWith(".csv");
        assertThat(house.in("taken")).isEmpty();
        verify(house.refresh).request();
        assertThat(house.count("select count(*) from etl_run where source = 'inbox' and vehicle_id = 'v1'"
                        + " and rows_read = 100 and from_day = '2026-10-20'"))
                .isOne();
    }

    @Test
    void aFileThatStillGrowsOrSaysThatItIsUnfinishedIsLeftAlone() {
        house.drop("T07.csv", HEADER + rows(1));
        house.drop("T08.csv.part", HEADER + rows(1));
        inbox.round();
        house.clock.now = house.clock.now.plusSeconds(9);
        house.drop("T07.csv", HEADER + rows(2));
        inbox.round();
        house.clock.now = house.clock.now.plusSeconds(9);
        inbox.round();
        assertThat(house.ended()).isEmpty();

        house.clock.now = house.clock.now.plusSeconds(1);
        inbox.round();
        assertThat(house.ended()).extracting(InboxFile::name).containsExactly("T07.csv");
        assertThat(folder.resolve("T08.csv.part")).exists();
    }

    @Test
    void vehiclesAreNamedByTheFileOrInIt() {
        house.drop("v2 week.csv", HEADER + rows(3));
        house.drop("tipper 1-a.csv", HEADER + rows(4));
        house.drop(
                "fleet.csv",
                "vehicle_id,timestamp_utc_iso,speed_mps\n"
                        + "T08,2026-10-21T08:00:00Z,1\nA1,2026-10-21T08:00:00Z,1\nT08,2026-10-21T08:00:01Z,1\n");
        house.drop(
                "T07.gpx",
                "<gpx version=\"1.1\"><trk><trkseg><trkpt lat=\"44\" lon=\"3\">"
                        + "<time>2026-10-22T08:00:00Z</time></trkpt></trkseg></trk></gpx>");
        house.drop("T07_track.json", "{\"data\":[{\"time\":1792742400000,\"latitude\":44,\"longitude\":3}]}");

        house.settle(inbox);

        assertThat(house.in("failed")).isEmpty();
        assertThat(house.stored("v1")).isEqualTo(4 + 2);
        assertThat(house.stored("v2")).isEqualTo(3 + 2);
        assertThat(house.stored("v3")).isEqualTo(1);
    }

    @Test
    void theSameContentAgainIsDoneAndChangesNothing() {
        house.drop("T07.csv", HEADER + rows(50));
        house.settle(inbox);
        house.drop("T07 again.csv", HEADER + rows(50));
        house.settle(inbox);

        assertThat(house.ended())
                .extracting(file -> file.count().fresh(), file -> file.count().unchanged())
                .containsExactly(tuple(0L, 50L), tuple(50L, 0L));
        assertThat(house.in("done")).hasSize(2);
        verify(house.refresh, times(1)).request();
    }

    @Test
    void theSameContentForAnotherVehicleIsAnotherFile() {
        house.drop("T07.csv", HEADER + rows(5));
        house.drop("T08.csv", HEADER + rows(5));
        house.settle(inbox);
        assertThat(house.stored("v1")).isEqualTo(5);
        assertThat(house.stored("v2")).isEqualTo(5);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFileInTheSitesLanguage() {
        house.drop("T07.csv", HEADER + rows(2) + "2026-10-20T08:10:00Z,north,2.9,1\n");
        house.drop("A1.csv", HEADER + rows(2) + "2026-10-20T08:10:00Z,north,2.9,1\n");

        house.settle(inbox);

        assertThat(house.stored("v1")).isZero();
        String french = house.text(
                "failed",
                house.in("failed").stream()
                        .filter(name -> name.startsWith("T07") && name.endsWith(".reason.txt"))
                        .findFirst()
                        .orElseThrow());
        String english = house.text(
                "failed",
                house.in("failed").stream()
                        .filter(name -> name.startsWith("A1") && name.endsWith(".reason.txt"))
                        .findFirst()
                        .orElseThrow());
        assertThat(french)
                .startsWith("T07.csv, ligne 4\n")
                .contains(
                        "column lat\u00a0: un nombre comme 12.5",
                        "trouvé \"north\"",
                        "Rien de ce fichier",
                        folder.toString());
        assertThat(english).startsWith("A1.csv, line 4\n").contains("expected a number such as 12.5");
        verify(house.refresh, never()).request();
    }

    /** The process is killed after the commit: the file is still among the taken ones, and its rows are stored. */
    @Test
    void whoDiesBetweenCommitAndMoveLeavesAFileThatIsTakenAgainHarmlessly() {
        Inbox dying = house.inbox(new InboxFolder(house.settings()) {
            @Override
            void moveToDone(Taken file, String keptName, Instant now) {
                throw new IllegalStateException("killed");
            }
        });
        house.drop("T07.csv", HEADER + rows(100));
        house.settle(dying);
        assertThat(house.stored("v1")).isEqualTo(100);
        assertThat(house.in("done")).isEmpty();
        assertThat(house.in("taken")).hasSize(1);

        Inbox other = house.inbox();
        other.round();
        assertThat(house.in("taken")).as("it may still be at work").hasSize(1);
        house.clock.now = house.clock.now.plusSeconds(600);
        other.round();

        assertThat(house.in("taken")).isEmpty();
        assertThat(house.in("done")).hasSize(1);
        assertThat(house.stored("v1")).isEqualTo(100);
        assertThat(house.count("select max(revision) from trace_day where vehicle_id = 'v1'"))
                .isOne();
        assertThat(house.ended().get(0).count().unchanged()).isEqualTo(100);
    }

    @Test
    void whoIsAloneTakesOverAtOnceWhatAKilledRunHad() throws IOException {
        house.drop("T07.csv", HEADER + rows(10));
        new InboxFolder(house.settings()).make();
        new InboxFolder(house.settings()).take(folder.resolve("T07.csv"), house.clock.now);
        assertThat(folder.resolve("T07.csv")).doesNotExist();

        inbox.takeOver();
        house.settle(inbox);

        assertThat(house.stored("v1")).isEqualTo(10);
    }

    @Test
    void twoReadersOfOneFolderReadEachFileOnce() throws Exception {
        int files = 60;
        for (int i = 0; i < files; i++) {
            Instant at = Instant.parse("2026-10-20T08:00:00Z").plusSeconds(i);
            house.drop("T0" + (7 + i % 2) + "_" + i + ".csv", HEADER + at + ",44,3,1\n");
        }
        List<Inbox> readers = List.of(inbox, house.inbox());
        readers.forEach(Inbox::round);
        house.clock.now = house.clock.now.plusSeconds(11);

        int taken = together(readers);

        System.out.println("inbox: 2 readers, " + files + " files: taken " + taken + ", lines in the log "
                + house.ended().size());
        assertThat(taken).isEqualTo(files);
        assertThat(house.ended()).hasSize(files).allMatch(file -> file.count().fresh() == 1);
        assertThat(house.in("done")).hasSize(files);
        assertThat(house.stored("v1") + house.stored("v2")).isEqualTo(files);
    }

    /** The failing control: who looks whether the file is there and then reads it, without a rename that only one can win. */
    @Test
    void readersThatOnlyLookReadFilesTwice() throws Exception {
        int files = 60;
        for (int i = 0; i < files; i++) {
            Instant at = Instant.parse("2026-10-20T08:00:00Z").plusSeconds(i);
            house.drop("T0" + (7 + i % 2) + "_" + i + ".csv", HEADER + at + ",44,3,1\n");
        }
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        List<Inbox> readers =
                List.of(house.inbox(onlyLooking(bothHaveLooked)), house.inbox(onlyLooking(bothHaveLooked)));
        new InboxFolder(house.settings()).make();
        readers.forEach(Inbox::round);
        house.clock.now = house.clock.now.plusSeconds(11);

        int taken = together(readers);

        System.out.println("inbox, control without rename: 2 readers, " + files + " files: taken " + taken);
        assertThat(taken).isEqualTo(2 * files);
    }

    private InboxFolder onlyLooking(CyclicBarrier barrier) {
        return new InboxFolder(house.settings()) {
            private final Path own = folder.resolveSibling(folder.getFileName() + "-" + System.identityHashCode(this));

            @Override
            java.util.Optional<Taken> take(Path path, Instant now) {
                try {
                    boolean there = Files.exists(path);
                    barrier.await();
                    Files.createDirectories(own);
                    Path copy = own.resolve(path.getFileName());
                    if (there) {
                        Files.copy(path, copy);
                    }
                    barrier.await();
                    Files.deleteIfExists(path);
                    return there
                            ? java.util.Optional.of(
                                    new Taken(copy, path.getFileName().toString()))
                            : java.util.Optional.empty();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static int together(List<Inbox> readers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(readers.size());
        try {
            List<Future<Integer>> rounds = readers.stream()
                    .map(reader -> threads.submit(reader::round))
                    .toList();
            int taken = 0;
            for (Future<Integer> round : rounds) {
                taken += round.get();
            }
            return taken;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatCannotBeStoredIsTriedThreeTimesAndKeepsNoOtherFileWaiting() {
        Intake broken =
                new Intake(
                        new Sites(camel),
                        new Zones(camel),
                        house.traceDays,
                        new TraceSink(camel),
                        new RejectSink(camel),
                        IntakeSettings.USUAL) {
                    @Override
                    public Open open(String source, Vehicle vehicle, Instant receivedAt) {
                        if (vehicle.id().equals("v1")) {
                            throw new IllegalStateException("no room left");
                        }
                        return super.open(source, vehicle, receivedAt);
                    }
                };
        Inbox unlucky = house.inbox(new InboxFolder(house.settings()), broken);
        house.drop("T07.csv", HEADER + rows(5));
        house.drop("T08.csv", HEADER + rows(5));
        house.settle(unlucky);
        assertThat(house.stored("v2")).isEqualTo(5);
        assertThat(folder.resolve("T07.csv")).as("put back").exists();

        for (int i = 0; i < 8; i++) {
            house.clock.now = house.clock.now.plusSeconds(61);
            unlucky.round();
        }

        assertThat(house.ended())
                .filteredOn(file -> file.state() == InboxFile.State.FAILED)
                .singleElement()
                .satisfies(file ->
                        assertThat(file.mistake().orElseThrow().details()).containsExactly("3", "no room left"));
        assertThat(house.in("failed")).hasSize(2);
    }

    @Test
    void aFilePutThereByThePageGoesTheSameWay() throws IOException {
        Files.createDirectories(folder);
        house.drop("T07.csv", HEADER + rows(1));
        byte[] content = (HEADER + rows(7)).getBytes(StandardCharsets.UTF_8);
        assertThat(inbox.add("../../T07.csv", new ByteArrayInputStream(content)))
                .isEqualTo("T07-2.csv");
        assertThat(inbox.add("C:\\exports\\T07 <b>.csv", new ByteArrayInputStream(content)))
                .isEqualTo("T07 _b_.csv");
        house.settle(inbox);
        assertThat(house.stored("v1")).isEqualTo(7);
    }

    @Test
    void filesAreRemovedWhenTheyWereKeptLongEnough() {
        house.drop("T07.csv", HEADER + rows(1));
        house.settle(inbox);
        house.clock.now = house.clock.now.plusSeconds(29 * 86_400);
        inbox.round();
        assertThat(house.in("done")).hasSize(1);
        house.clock.now = house.clock.now.plusSeconds(2 * 86_400);
        inbox.round();
        assertThat(house.in("done")).isEmpty();
    }

    @Test
    void packedFilesAreRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write((HEADER + rows(20)).getBytes(StandardCharsets.UTF_8));
        }
        house.drop("T07.csv.gz", packed.toByteArray());
        house.settle(inbox);
        assertThat(house.stored("v1")).isEqualTo(20);
        assertThat(house.in("done").get(0)).endsWith(".csv.gz");
    }
}

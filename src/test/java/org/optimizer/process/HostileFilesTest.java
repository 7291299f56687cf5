package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.load.TraceSink;
import org.optimizer.model.InboxFile;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Whoever may write into the folder may write anything into it: each such file fails with a reason, and stops nothing. */
@EdgesTest
class HostileFilesTest {
    private static final String HEADER = "timestamp_utc_iso,lat,lon,speed_mps\n";
    private static final String GOOD = "2026-10-20T08:00:00Z,44.1,2.9,1\n";
    private static final String GPX = "<gpx version=\"1.1\"><trk><trkseg>";
    private static final String POINT = "<trkpt lat=\"44\" lon=\"3\"><time>2026-10-22T08:00:00Z</time></trkpt>";
    private static final int MB = 1_000_000;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private InboxHouse house;

    @BeforeEach
    void aQuarry() {
        house = new InboxHouse(folder, camel, jdbc, transactions);
    }

    @AfterEach
    void clear() {
        house.clear();
    }

    /** Name → content; each is wrong in a way of its own. */
    private static Map<String, byte[]> hostile() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        text(files, "T07 empty.csv", "");
        text(files, "T07 blank.csv", "\n\n \n");
        text(files, "T07 header.csv", HEADER);
        text(files, "T07 bom only.csv", "\uFEFF");
        text(files, "T07 no columns.csv", "a,b\n1,2\n");
        text(files, "T07 twice.csv", "timestamp_utc_iso,lat,lat,lon\n" + GOOD);
        text(files, "T07 no zone.csv", HEADER + "2026-10-20 08:00:00,44,3,1\n");
        text(files, "T07 nan.csv", HEADER + "2026-10-20T08:00:00Z,NaN,3,1\n");
        text(files, "T07 huge number.csv", HEADER + "2026-10-20T08:00:00Z,1e999,3,1\n");
        text(files, "T07 formula.csv", HEADER + "=cmd|' /C calc'!A0,44,3,1\n");
        text(files, "T07 short row.csv", HEADER + GOOD + "2026-10-20T08:0");
        text(files, "T07 long line.csv", HEADER + "x".repeat(5 * MB));
        text(files, "T07 open quote.csv", HEADER + "\"" + GOOD.repeat(200_000));
        text(
                files,
                "T07 long trip.csv",
                "timestamp_utc_iso,speed_mps,trip_id\n2026-10-20T08:00:00Z,1," + "t".repeat(201));
        text(files, "nobody.csv", HEADER + GOOD);
        text(files, "unknown vehicle.csv", "vehicle_id,timestamp_utc_iso,speed_mps\nT99,2026-10-20T08:00:00Z,1\n");
        text(files, "nobody.gpx", GPX + POINT + "</trkseg></trk></gpx>");
        text(files, "T07 bomb.gpx", entityBomb());
        text(
                files,
                "T07 outside.gpx",
                "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><gpx><trk><name>&x;</name></trk></gpx>");
        text(files, "T07 net.gpx", "<!DOCTYPE gpx SYSTEM \"http://127.0.0.1:1/x.dtd\"><gpx>&y;</gpx>");
        text(files, "T07 long text.gpx", GPX + "<name>" + "x".repeat(5 * MB) + "</name>");
        text(files, "T07 long comment.gpx", "<gpx><!--" + "<a>".repeat(2 * MB) + "-->" + POINT);
        text(files, "T07 long attribute.gpx", "<gpx x=\"" + ">".repeat(5 * MB) + "\"/>");
        text(files, "T07 long data.gpx", GPX + "<name><![CDATA[" + "<b>]] >".repeat(MB) + "]]></name>");
        text(files, "T07 cut.gpx", GPX + POINT);
        text(files, "T07 no points.gpx", "<gpx version=\"1.1\"/>");
        text(files, "T07 page.html", "<html><body>404</body></html>");
        text(files, "T07 deep.json", "[".repeat(100_000));
        text(files, "T07 deep data.json", "{\"x\":" + "[".repeat(100_000));
        text(files, "T07 long.json", "{\"data\":[{\"time\":\"" + "1".repeat(5 * MB) + "\"}]}");
        text(files, "T07 number.json", "{\"data\":[{\"time\":1" + "0".repeat(5000) + "}]}");
        text(files, "T07 error.json", "{\"error\":\"invalid_token\"}");
        text(files, "T07 text.json", "{\"data\":[{\"time\":\"yesterday\"}]}");
        text(files, "T07 cut.json", "{\"data\":[{\"time\":1792742400000");
        files.put("T07 latin.csv", (HEADER + "2026-10-20T08:00:00Z,44,3,é\n").getBytes(StandardCharsets.ISO_8859_1));
        files.put("T07 wide.csv", (HEADER + GOOD).getBytes(StandardCharsets.UTF_16));
        files.put("T07 binary.csv", new byte[] {'P', 'K', 3, 4, 0, (byte) 0xff});
        text(files, "T07 not packed.csv.gz", HEADER + GOOD);
        byte[] packed = packed((HEADER + GOOD.repeat(1000)).getBytes(StandardCharsets.UTF_8));
        files.put("T07 cut.csv.gz", Arrays.copyOf(packed, packed.length - 12));
        files.put("T07 zeros.csv.gz", packed(new byte[40 * MB]));
        files.put("T07 swollen.csv.gz", packed((HEADER + GOOD.repeat(1_500_000)).getBytes(StandardCharsets.UTF_8)));
        text(files, "badges empty.csv", "");
        text(files, "badges no column.csv", "vehicle;driver\nT07;d1\n");
        text(files, "badges no time.csv", "vehicle;driver;time\nT07;d1;soon\n");
        text(files, "badges 2106.csv", "vehicle;driver;time\nT07;d1;2106-02-07T06:28:15Z\n");
        text(files, "badges 1970.csv", "vehicle;driver;time\nT07;d1;1970-01-01T00:00:00Z\n");
        text(files, "badges no vehicle.csv", "vehicle;driver;time\n;d1;2026-10-20T08:00:00Z\n");
        text(files, "T07 " + "x".repeat(230) + ".csv", "odd");
        text(files, "T07 $(reboot);`id`\n<b>.csv", "odd");
        return files;
    }

    private static void text(Map<String, byte[]> files, String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String entityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE gpx [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return bomb + "]><gpx><trk><name>&l11;</name></trk></gpx>";
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void eachFailsWithAReasonAndNoneStopsTheInbox() throws IOException {
        Map<String, byte[]> files = hostile();
        files.forEach(house::drop);
        Files.createDirectories(folder.resolve("T07 folder.csv/inside"));
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), HEADER + GOOD);
        Files.createSymbolicLink(folder.resolve("T07 link.csv"), secret);
        Files.createSymbolicLink(folder.resolve("T07 nowhere.csv"), elsewhere.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("T07 linked folder"), elsewhere);
        house.drop("T08 the last one.csv", HEADER + GOOD);
        int hostile = files.size() + 4;

        house.settle(house.inbox());

        System.out.println("inbox: " + hostile + " hostile files");
        house.ended().stream()
                .filter(file -> file.state() == InboxFile.State.FAILED)
                .forEach(file -> System.out.println(
                        "  " + file.name().substring(0, Math.min(30, file.name().length()))
                                + ": " + file.mistake().orElseThrow().code()
                                + " line " + file.mistake().orElseThrow().line()));
        assertThat(house.ended())
                .filteredOn(file -> file.state() == InboxFile.State.DONE)
                .extracting(InboxFile::name)
                .containsExactly("T08 the last one.csv");
        assertThat(house.ended()).hasSize(hostile + 1);
        assertThat(house.in("failed")).hasSize(2 * hostile);
        assertThat(house.in("failed"))
                .filteredOn(name -> name.endsWith(".reason.txt"))
                .hasSize(hostile);
        assertThat(house.in("taken")).isEmpty();
        assertThat(house.stored("v1")).isZero();
        assertThat(house.count("select count(*) from badge")).isZero();
        assertThat(house.ended())
                .filteredOn(file -> file.mistake().isPresent())
                .noneMatch(file -> file.mistake().get().code().equals("not-stored"));
        assertThat(secret).hasContent(HEADER + GOOD);
    }

    /** Looked at whenever something is stored: just then most of it is in memory. */
    @Test
    void aLongFileIsReadInBoundedMemory() throws IOException {
        Path long200Mb = folder.resolve("fleet.csv");
        long rows = writeLong(long200Mb, 200L * MB);
        long[] merged = new long[1];
        long[] peak = new long[1];
        long before = liveHeap();
        Intake counting = house.intake(new TraceSink(camel) {
            @Override
            public MergeResult merge(String vehicleId, java.time.LocalDate day, Trace fixes) {
                merged[0] += fixes.size();
                peak[0] = Math.max(peak[0], liveHeap() - before);
                return new MergeResult(1, fixes.size(), 0, 0);
            }
        });
        Inbox inbox = house.inbox(new InboxFolder(house.settings()), counting);
        inbox.round();
        house.clock.now = house.clock.now.plusSeconds(11);
        inbox.round();
        long peakMb = peak[0] / MB;

        System.out.println("inbox: "
                + Files.size(folder.resolve("done").resolve(house.in("done").get(0))) / MB + " MB, " + rows
                + " rows of 2 vehicles, peak of live heap above the start: " + peakMb + " MB");
        assertThat(merged[0]).isEqualTo(rows);
        assertThat(peakMb).isLessThan(250);
    }

    /** Bytes that are still in use after a collection. */
    private static long liveHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long writeLong(Path file, long bytes) throws IOException {
        long rows = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("vehicle_id,timestamp_utc_iso,lat,lon,speed_mps\n".getBytes(StandardCharsets.UTF_8));
            Instant at = Instant.parse("2026-09-01T00:00:00Z");
            for (long written = 0; written < bytes; rows++) {
                String row = "T0" + (7 + rows % 2) + "," + at.plusSeconds(rows / 2) + ",44.1234567,2.9876543,12.34\n";
                out.write(row.getBytes(StandardCharsets.UTF_8));
                written += row.length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}

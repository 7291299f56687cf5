package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCodecTest {
    private static final int ABSENT = Trace.ABSENT;

    /** Three fixes of two recordings: one without position and speed, one of the southern hemisphere. */
    private static final Trace THREE = new Trace(
            new long[] {1_795_413_600_000L, 1_795_413_601_000L, 1_795_413_601_001L},
            new int[] {485_661_000, ABSENT, -254_518_370},
            new int[] {23_522_200, ABSENT, -492_344_600},
            new int[] {0, ABSENT, 12_345},
            new int[] {5000, 5000, ABSENT},
            null,
            null,
            new int[] {35_000, -1, 0},
            null,
            new int[] {0, 1, 0},
            List.of("880017", "é"));

    /** The body of {@link #THREE}, encoded by another program after the class comment's description. */
    private static final String BODY = "03" // fixes
            + "09" // accuracy and altitude
            + "02" + "06" + "383830303137" + "02" + "c3a9" // names
            + "809cebefc068" + "d00f" + "02" // time
            + "90e594cf03" + "8fe594cf13" + "bceea28d0e" // latitude
            + "b0aeb716" + "afaeb79610" + "d0abbbaa0c" // longitude
            + "00" + "ffffffff0f" + "f2c0818010" // speed
            + "904e" + "00" + "8fce808010" // accuracy
            + "f0a204" + "f1a204" + "02" // altitude
            + "00" + "02" + "01"; // track

    /** All of it, compressed by that other program. */
    private static final String PACKED =
            "011737559f0000005078da63e66462b3b030303034673abcb261ceebf707322ef0334d783ae53c73"
                    + "3f9010def36e512fdf8675dbc5d6afdb3e4de0c2eaddab7818fe0301ffa7038d0d0213fc18facf3534087c58c4f271110b1303132"
                    + "300d0722582";

    @Test
    void theBodyIsWhatTheFormatSays() throws DataFormatException {
        assertThat(HexFormat.of().formatHex(body(TraceCodec.encode(THREE)))).isEqualTo(BODY);
    }

    private static byte[] body(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(packed, 9, packed.length - 9);
        byte[] body = new byte[1000];
        int length = inflater.inflate(body);
        inflater.end();
        return Arrays.copyOf(body, length);
    }

    @Test
    void bytesOfAnotherProgramAreUnderstood() {
        assertSame(TraceCodec.decode(HexFormat.of().parseHex(PACKED)), THREE);
    }

    @Test
    void mockFixesAreAFurtherColumnAtTheEnd() throws DataFormatException {
        byte[] packed = TraceCodec.encode(secondIsMock());

        assertThat(HexFormat.of().formatHex(body(packed)))
                .isEqualTo("0319" + BODY.substring(4) + "00" + "02" + "01"); // accuracy, altitude, mock; then 0, +1, −1
        assertSame(TraceCodec.decode(packed), secondIsMock());
    }

    /** {@link #THREE}, the second of which is mock. */
    private static Trace secondIsMock() {
        return new Trace(
                THREE.timeMs(),
                THREE.latitudeE7(),
                THREE.longitudeE7(),
                THREE.speedMmps(),
                THREE.accuracyMm(),
                null,
                null,
                THREE.altitudeMm(),
                new int[] {0, 1, 0},
                THREE.track(),
                THREE.tracks());
    }

    @Test
    void bytesStoredBeforeThereWasThatColumnHoldNoMockFix() {
        Trace stored = TraceCodec.decode(HexFormat.of().parseHex(PACKED));

        assertThat(stored.mock()).isNull();
        assertThat(stored.isMock(1)).isFalse();
    }

    private static void assertSame(Trace found, Trace expected) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void nothingIsNothingAgain() {
        assertSame(TraceCodec.decode(TraceCodec.encode(Trace.EMPTY)), Trace.EMPTY);
    }

    @Test
    void whateverWasEncodedComesBack() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Trace trace = random(random, random.nextInt(50));
            assertSame(TraceCodec.decode(TraceCodec.encode(trace)), trace);
        }
    }

    private static Trace random(Random random, int size) {
        return new Trace(
                random.longs(size).toArray(),
                random.ints(size).toArray(),
                random.ints(size).toArray(),
                random.ints(size).toArray(),
                random.nextBoolean() ? random.ints(size).toArray() : null,
                random.nextBoolean() ? random.ints(size).toArray() : null,
                random.nextBoolean() ? random.ints(size).toArray() : null,
                random.nextBoolean() ? random.ints(size).toArray() : null,
                random.nextBoolean() ? random.ints(size, 0, 2).toArray() : null,
                random.ints(size, 0, 3).toArray(),
                List.of("", "a", "日本"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 02, 'format version 1, found version 2'",
        "1, ff, 'checksum ff37559f, found 1737559f'",
        "5, 7f, 'a body of at most 268435456 bytes, found 2130706512 bytes'",
        "8, 51, '81 bytes after decompression, found 80 bytes'",
        "8, 4f, 'checksum 1737559f'",
        "9, 00, 'a body compressed by zlib'"
    })
    void aBrokenByteIsNamedWithWhatWasExpected(int index, String hex, String message) {
        byte[] broken = HexFormat.of().parseHex(PACKED);
        broken[index] = HexFormat.of().parseHex(hex)[0];

        assertThatThrownBy(() -> TraceCodec.decode(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stored fixes: expected " + message);
    }

    @Test
    void noCutAndNoFlippedBitGivesOtherFixes() {
        byte[] whole = HexFormat.of().parseHex(PACKED);
        for (int length = 0; length < whole.length; length++) {
            assertThat(isRefusedOrTheSame(Arrays.copyOf(whole, length)))
                    .as("cut to " + length)
                    .isTrue();
        }
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isRefusedOrTheSame(flipped)).as("bit " + bit).isTrue();
        }
    }

    private static boolean isRefusedOrTheSame(byte[] bytes) {
        try {
            assertSame(TraceCodec.decode(bytes), THREE);
            return true;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    @Test
    void realTracesComeBackInFewBytesAFix() throws IOException {
        Path data = Path.of(System.getProperty("optimizer.shared", "../shared"), "data");
        boolean missing = !Files.isDirectory(data);
        assertThat(missing && "true".equals(System.getenv("CI")))
                .as(data + " is needed in CI")
                .isFalse();
        assumeTrue(!missing, () -> "no real traces at " + data.toAbsolutePath());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList()) {
                Trace trace = read(file);
                byte[] packed = TraceCodec.encode(trace);
                assertSame(TraceCodec.decode(packed), trace);
                System.out.printf(
                        "%-28s %6d fixes %5.2f bytes each%n",
                        file.getFileName(), trace.size(), (double) packed.length / trace.size());
                assertThat(packed.length).as(file.toString()).isLessThan(60 + trace.size() * 16);
            }
        }
    }

    private static Trace read(Path file) throws IOException {
        Trace.Builder fixes = new Trace.Builder(1000);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> fixes.add(
                            Instant.parse(row[2]).toEpochMilli(),
                            row[1],
                            number(row[3]),
                            number(row[4]),
                            number(row[5]),
                            number(row[6]),
                            Double.NaN,
                            number(row[7]),
                            number(row[8])));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        return fixes.build();
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    @Test
    void aDayOfOneHertzIsEncodedAndDecodedAtMillionsOfFixesASecond() {
        Trace day = syntheticDay();
        for (int warming = 0; warming < 20; warming++) {
            TraceCodec.decode(TraceCodec.encode(day));
        }
        byte[] packed = TraceCodec.encode(day);
        double encode = perSecond(day.size(), () -> TraceCodec.encode(day));
        double decode = perSecond(day.size(), () -> TraceCodec.decode(packed));
        System.out.printf(
                "trace codec: %.1f million fixes/s encoded, %.1f decoded, %.2f bytes each%n",
                encode / 1e6, decode / 1e6, (double) packed.length / day.size());
        assertThat(Math.min(encode, decode)).isGreaterThan(1e6);
    }

    private static double perSecond(int fixes, Runnable work) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long before = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - before);
        }
        return fixes / (best / 1e9);
    }

    private static Trace syntheticDay() {
        Random random = new Random(7);
        Trace.Builder fixes = new Trace.Builder(36_000);
        double latitudeDeg = 48;
        for (int second = 0; second < 36_000; second++) {
            double speedMps = Math.max(0, 12 + 8 * Math.sin(second / 60.0) + random.nextGaussian() * 0.2);
            latitudeDeg += speedMps / 111_320;
            fixes.add(
                    1_795_413_600_000L + second * 1000L,
                    "t",
                    latitudeDeg + random.nextGaussian() * 5e-6,
                    2.3 + random.nextGaussian() * 5e-6,
                    speedMps,
                    4 + random.nextInt(4),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);
        }
        return fixes.build();
    }
}

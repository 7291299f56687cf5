package org.optimizer.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optimizer.model.FixSink;

/** Whether an answer whose plain rows are scanned gives just what it gives when each of its tokens is parsed. */
class RowScannerTest {
    private static final int SEEDS = 4000;
    private static final int ROWS = 40;
    private static final FixFields FIELDS = new FixFields(TracksSettings.of(TracksProfile.V2, "", "", "", ""));
    private static final JsonFactory PARSER = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final List<String> NAMES = List.of(
            "id",
            "time",
            "timestamp",
            "latitude",
            "lat",
            "longitude",
            "speed",
            "source",
            "accuracy",
            "speedAccuracy",
            "bearing",
            "altitude",
            "mock",
            "private",
            "",
            "été");
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "\"GPS\"",
            "\"\"",
            "\"1795413600000\"",
            "\"45.1\"",
            "\"a\\\"b\"",
            "\"\\u0031\"",
            "\"caf\u00e9\"",
            "\"2026-11-23T10:15:30Z\"",
            "\"false\"",
            "0",
            "-0",
            "-0.0",
            "00",
            "01",
            "-",
            "1.",
            ".5",
            "+1",
            "1e3",
            "1.5E-2",
            "1e999",
            "NaN",
            "Infinity",
            "-INF",
            "0.1234567890123456789",
            "9007199254740993",
            "9007199254740992",
            "123456789012345",
            "-12345678901234",
            "1234567890123456",
            "99999999999999999999",
            "1795413600000.5",
            "{}",
            "[]",
            "[1,{\"time\":2}]",
            "{\"latitude\":1}",
            "nul",
            "truex",
            "tru",
            "\"a\nb\"",
            "\"open",
            "'x'",
            "1 2",
            "");
    private static final List<String> BLANKS = List.of("", "", "", "", "", "", "", " ", "  ", "\n", "\t", "\r\n");

    /** What a source heard, word for word and bit for bit. */
    private static final class Heard implements FixSink {
        private final List<String> all = new ArrayList<>();

        @Override
        public void fix(
                long epochMs,
                String track,
                double latitudeDeg,
                double longitudeDeg,
                double speedMps,
                double accuracyM,
                double speedAccuracyMps,
                double bearingDeg,
                double altitudeM,
                boolean mock) {
            all.add(List.of(
                            epochMs,
                            track,
                            latitudeDeg,
                            longitudeDeg,
                            speedMps,
                            accuracyM,
                            speedAccuracyMps,
                            bearingDeg,
                            altitudeM,
                            mock)
                    .toString());
        }

        @Override
        public void privateFix() {
            all.add("private");
        }

        @Override
        public void unreadable(String reason, String raw) {
            all.add(reason + ": " + raw);
        }
    }

    /** What an answer gave to the sink, then how it ended: where, and why if it broke. */
    private static List<String> heard(JsonFactory json, byte[] answer) throws IOException {
        Heard heard = new Heard();
        FixReader reader = new FixReader(FIELDS, "t", null, heard);
        RawTail raw = new RawTail(new ByteArrayInputStream(answer));
        try (JsonParser parser = json.createParser(raw)) {
            try {
                reader.read(parser, raw);
            } catch (IOException broken) {
                heard.all.add(broken.getClass() + " " + firstLine(broken));
            } catch (Unreadable broken) {
                heard.all.add(broken.where + ", " + broken.expected + ", " + broken.found);
            }
            heard.all.add(reader.rows() + " rows, first " + reader.first() + ", at line "
                    + parser.currentLocation().getLineNr() + " column "
                    + parser.currentLocation().getColumnNr() + " byte "
                    + parser.currentLocation().getByteOffset());
        }
        return heard.all;
    }

    private static String firstLine(IOException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    private static void expectTheSame(String answer, Charset charset) throws IOException {
        byte[] bytes = answer.getBytes(charset);
        assertThat(heard(MyCarTracksAnswer.JSON, bytes)).as(answer).isEqualTo(heard(PARSER, bytes));
    }

    private static String answer(List<String> rows) {
        return "{\"data\":[" + String.join(",", rows) + "],\"page\":{\"number\":1}}";
    }

    private static String plain(int index) {
        return String.format(
                Locale.ROOT,
                "{\"id\":%d,\"time\":%d,\"latitude\":%.7f,\"longitude\":%.7f,\"speed\":%.4f,\"source\":\"GPS\",\"altitude\":%.1f,"
                        + "\"bearing\":%.1f,\"accuracy\":%.2f}",
                990_000_001L + index,
                1_795_413_600_000L + index * 1000L,
                45 + index / 7e4,
                -4 - index / 3e4,
                index % 90 / 1.7,
                index % 300 / 0.3,
                index % 360 / 1.1,
                3 + index % 10 / 3.0);
    }

    private static List<String> plainRows(int count) {
        return IntStream.range(0, count)
                .mapToObj(RowScannerTest::plain)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void plainRowsAreScannedAndGiveWhatTheParserGives() throws IOException {
        expectTheSame(answer(plainRows(20_000)), UTF_8);
    }

    @Test
    void nearlyEveryPlainRowIsTakenInOneGo() throws IOException {
        byte[] answer = answer(plainRows(20_000)).getBytes(UTF_8);
        try (JsonParser parser = MyCarTracksAnswer.JSON.createParser(new ByteArrayInputStream(answer))) {
            DataArray.enter(parser);
            int parsed = 0;
            int scanned = 0;
            while (parser.nextToken() != null) {
                if (parser.currentToken().isStructEnd()
                        && parser.getParsingContext().inArray()) {
                    parsed++;
                    while (((RowScanner) parser).scan(FIELDS, new FixRow())) {
                        scanned++;
                    }
                }
            }
            assertThat(scanned + parsed).isEqualTo(20_000);
            assertThat(parsed).isLessThan(20_000 / 50);
        }
    }

    @Test
    void oneOddValueAmongPlainRowsIsReadAsEver() throws IOException {
        for (String name : NAMES) {
            for (String value : ODD) {
                List<String> rows = plainRows(5);
                rows.add(3, "{\"time\":1795413600123,\"" + name + "\":" + value + ",\"speed\":3.5}");
                rows.add(3, "{\"" + name + "\":" + value + "}");
                expectTheSame(answer(rows), UTF_8);
            }
        }
    }

    @Test
    void randomRowsOfOddFieldsValuesAndBlanksGiveTheSame() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            // most are plain but for a few things: a broken one would end the answer, and what follows would tell
            // nothing
            double oddity = random.nextInt(4) == 0 ? 0.05 : 0.002;
            List<String> rows = IntStream.range(0, ROWS)
                    .mapToObj(index -> random.nextDouble() < 0.6 ? plain(index) : row(random, oddity))
                    .toList();
            expectTheSame(answer(rows), random.nextInt(20) == 0 ? StandardCharsets.ISO_8859_1 : UTF_8);
        }
    }

    private static String row(Random random, double oddity) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.stream()
                .limit(1 + random.nextInt(NAMES.size()))
                .map(name -> blank(random) + "\"" + name + "\"" + blank(random) + ":" + blank(random)
                        + value(random, name, oddity) + blank(random))
                .collect(Collectors.joining(",", blank(random) + "{", "}" + blank(random)));
    }

    private static String blank(Random random) {
        return BLANKS.get(random.nextInt(BLANKS.size()));
    }

    private static String value(Random random, String name, double oddity) {
        if (random.nextDouble() < oddity) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        if (name.startsWith("time")) {
            return Long.toString(1_795_413_600_000L + random.nextInt(86_400_000));
        }
        if (name.equals("mock") || name.equals("private")) {
            return random.nextBoolean() ? "true" : random.nextBoolean() ? "false" : "null";
        }
        return random.nextInt(10) == 0 ? "null" : number(random);
    }

    private static String number(Random random) {
        String decimals = "%." + random.nextInt(16) + "f";
        return String.format(Locale.ROOT, decimals, (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9)));
    }

    @Test
    void anAnswerThatBreaksOffOrIsGarbledAnywhereBreaksAtTheSamePlace() throws IOException {
        String whole = answer(plainRows(6));
        for (int at = 0; at < whole.length(); at++) {
            expectTheSame(whole.substring(0, at), UTF_8);
            for (String sign : List.of("\"", "{", "}", ",", "9", ".", "-", "\u0001", "\u00e9", " ", "\\", "\n")) {
                expectTheSame(whole.substring(0, at) + sign + whole.substring(at + 1), UTF_8);
            }
        }
    }

    @Test
    void rowsThatAreCutByTheBufferOrLongerThanItAreRead() throws IOException {
        for (int length = 32_000; length < 33_200; length += 7) {
            List<String> rows = plainRows(300);
            rows.add(1, "{\"time\":1,\"source\":\"" + "x".repeat(length) + "\"}");
            rows.add(200, "{\"time\":2,\"speed\":\"x\",\"source\":\"" + "y".repeat(length) + "\"}");
            expectTheSame(answer(rows), UTF_8);
        }
    }

    @Test
    void otherEncodingsAreLeftToTheParser() throws IOException {
        for (Charset charset : List.of(
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE"))) {
            expectTheSame(answer(plainRows(300)), charset);
        }
        expectTheSame("\ufeff" + answer(plainRows(300)), UTF_8);
        expectTheSame("", UTF_8);
    }
}

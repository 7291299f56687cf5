package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.optimizer.model.FixSink;

/** How fast a day of fixes is read, beside a bare parse of the same bytes that looks at nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class FixReaderBenchmark {
    private static final int FIXES = 86_400;

    private final FixFields fields = new FixFields(TracksSettings.of(TracksProfile.V2, "", "", "", ""));
    private byte[] answer;

    /** Adds up what it is given. */
    private static final class Sum implements FixSink {
        private double sum;

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
            sum += epochMs + latitudeDeg + longitudeDeg + speedMps + accuracyM + bearingDeg + altitudeM;
        }

        @Override
        public void privateFix() {
            throw new IllegalStateException("expected no private fix");
        }

        @Override
        public void unreadable(String reason, String raw) {
            throw new IllegalStateException("expected no unreadable row, found " + reason + " in " + raw);
        }
    }

    /** As the documented v2 answer: nine fields, about 180 bytes. */
    @Setup
    public void writeAnswer() {
        Random random = new Random(1);
        StringBuilder json = new StringBuilder("{\"data\":[");
        for (int i = 0; i < FIXES; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"id\":%d,\"time\":%d,\"latitude\":%.7f,\"longitude\":%.7f,\"speed\":%.4f,\"source\":\"GPS\","
                                    + "\"altitude\":%.1f,\"bearing\":%.1f,\"accuracy\":%.2f}",
                            990_000_001L + i,
                            1_795_413_600_000L + i * 1000L,
                            45 + random.nextDouble(),
                            4 + random.nextDouble(),
                            90 * random.nextDouble(),
                            300 * random.nextDouble(),
                            360 * random.nextDouble(),
                            3 + 10 * random.nextDouble()));
        }
        answer = json.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public double readFixes() throws IOException {
        Sum sum = new Sum();
        RawTail raw = new RawTail(new ByteArrayInputStream(answer));
        try (JsonParser parser = MyCarTracksAnswer.JSON.createParser(raw)) {
            FixReader reader = new FixReader(fields, "1", null, sum);
            reader.read(parser, raw);
            if (reader.rows() != FIXES) {
                throw new IllegalStateException("expected " + FIXES + " rows, found " + reader.rows());
            }
        }
        return sum.sum;
    }

    @Benchmark
    public int bareParse() throws IOException {
        int tokens = 0;
        try (JsonParser parser = MyCarTracksAnswer.JSON.createParser(new ByteArrayInputStream(answer))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    public static void main(String[] arguments) throws RunnerException {
        FixReaderBenchmark shape = new FixReaderBenchmark();
        shape.writeAnswer();
        List<RunResult> results = List.copyOf(new Runner(new OptionsBuilder()
                        .include(FixReaderBenchmark.class.getSimpleName())
                        .build())
                .run());
        double bareMs = results.get(0).getPrimaryResult().getScore();
        double readMs = results.get(1).getPrimaryResult().getScore();
        System.out.printf(
                Locale.ROOT,
                "%n%.1f MB of JSON, %d fixes: read %.1f million fixes/s, bare parse %.1f million fixes/s, ratio %.2f%n",
                shape.answer.length / 1e6,
                FIXES,
                FIXES / readMs / 1e3,
                FIXES / bareMs / 1e3,
                bareMs / readMs);
    }
}

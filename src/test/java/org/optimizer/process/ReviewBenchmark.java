package org.optimizer.process;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.RuntimeService;
import org.optimizer.load.ContestSink;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.testing.GeneratedFleet;
import org.optimizer.testing.Visitor;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long an approver waits who reviews a week of 500 drivers, the sixth of its contest: what the page's script asks for, over
 * HTTP, from the product with H2 in a file. Asked are 200 ms an action.
 */
public final class ReviewBenchmark {
    private static final int DRIVERS = 500;
    private static final int WEEKS = 6;
    private static final int ROUNDS = 25;
    private static final int WARM_UP = 10;
    private static final IsoWeek LAST = IsoWeek.parse("2026-W43");
    private static final Pattern REVISION = Pattern.compile("data-revision=\"(\\d+)\"");

    private final BenchedProduct product;
    private final WeeklyContest steps;
    private final TransactionTemplate transaction;
    private final String path = "/contests/" + BenchedProduct.CONTEST + "/weeks/" + LAST + "/review";
    private final Visitor approver;
    private int revision;

    private ReviewBenchmark(BenchedProduct product) {
        this.product = product;
        steps = product.part(WeeklyContest.class);
        transaction = product.transaction();
        int port = product.part(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        waitForReview();
        approver = Visitor.signedIn(port, "admin", BenchedProduct.PASSWORD);
    }

    private void waitForReview() {
        IsoWeek first = LAST.plusWeeks(1 - WEEKS);
        product.found(DRIVERS, first.monday(), WEEKS);
        new FleetSink(product.part(ProducerTemplate.class))
                .saveDrivers(IntStream.range(0, DRIVERS)
                        .mapToObj(each -> new Driver(
                                "d" + each,
                                "q",
                                "Driver " + each,
                                Optional.of("+3363998%04d".formatted(each)),
                                Language.FR))
                        .toList());
        GeneratedFleet generated = new GeneratedFleet(7);
        IntStream.range(0, WEEKS).mapToObj(first::plusWeeks).forEach(week -> score(week, generated));
        product.part(ContestSink.class).setState(BenchedProduct.CONTEST, LAST, Batch.State.IN_REVIEW);
        product.part(RuntimeService.class)
                .createProcessInstanceByKey("weekly-contest")
                .businessKey(BenchedProduct.CONTEST + ":" + LAST)
                .setVariables(Map.of("contestId", BenchedProduct.CONTEST, "week", LAST.toString()))
                .startBeforeActivity("review-results")
                .execute();
    }

    private void score(IsoWeek week, GeneratedFleet generated) {
        product.store(generated, DRIVERS, week.monday());
        String contest = BenchedProduct.CONTEST;
        transaction.executeWithoutResult(status -> steps.openWeek(contest, week.toString()));
        int chunks = transaction.execute(status -> steps.planScoring(contest, week.toString()));
        for (int each = 0; each < chunks; each++) {
            int chunk = each;
            transaction.execute(status -> steps.scoreDrivers(contest, week.toString(), chunk, chunks));
        }
        transaction.executeWithoutResult(status -> steps.rankDrivers(contest, week.toString()));
    }

    private void look() {
        revision = revision(approver.get(path).body());
    }

    private void say(String address, Map<String, String> fields) {
        revision =
                revision(approver.script(path + address, withRevision(fields)).body());
    }

    private Map<String, String> withRevision(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("revision", Integer.toString(revision));
        return all;
    }

    private static int revision(String page) {
        Matcher found = REVISION.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("review: expected a page with its revision, found " + page);
        }
        return Integer.parseInt(found.group(1));
    }

    private void measure(String name, IntFunction<Runnable> action) {
        double[] millis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Runnable asked = action.apply(round + WARM_UP);
            long before = System.nanoTime();
            asked.run();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - before) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "review of %d drivers, %-8s median %4.0f ms, worst of %d %4.0f ms%n",
                DRIVERS,
                name,
                millis[ROUNDS / 2],
                ROUNDS,
                millis[ROUNDS - 1]);
    }

    private void measureAll() {
        measure("page", round -> this::look);
        measure("sheet", round -> () -> approver.get(path + "/drivers/d" + round));
        measure("exclude", round -> () -> say("/exclusions", Map.of("driverId", "d" + round, "reason", "GPS")));
        measure("undo", round -> () -> say("/undo", Map.of()));
        measure("reword", round -> () -> say("/wordings", Map.of("driverId", "d" + round, "text", "Bravo, {rank}.")));
        measure("restore", round -> () -> say("/proposals", Map.of("driverId", "d" + round)));
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchedProduct product = new BenchedProduct(Files.createTempDirectory("review"))) {
            new ReviewBenchmark(product).measureAll();
        }
    }
}

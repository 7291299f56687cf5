package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.standin.DemoFleet;
import org.optimizer.standin.StandIn;
import org.optimizer.standin.StandInSettings;
import org.optimizer.testing.Ledger;
import org.optimizer.testing.Visitor;

/**
 * Kills the product with SIGKILL while it scores and while it sends; the providers live on in this JVM. The week completes
 * with one SMS for each driver. Without the claim before the call, the driver whose message was under way gets two.
 */
class CrashIT {
    private static final int SENDING_KILLS = 3;

    private final Properties properties = Properties.in("crash");
    private final IsoWeek running = IsoWeek.of(LocalDate.now(ZoneId.of("Europe/Paris")));
    private final Contest contest = new DemoFleet().contest(running);
    private final IsoWeek live = IsoWeek.of(contest.liveFrom());
    private final String page = "/contests/" + contest.id() + "/weeks/" + live;

    @Test
    void aKilledWeekCompletesWithOneSmsForEachDriver() throws IOException {
        try (StandIn providers = providers(0)) {
            providers.start();
            killWhileScoring();
        }
        Path reviewed = copyOfDatabase();
        for (int round = 1; round <= SENDING_KILLS; round++) {
            restore(reviewed);
            try (StandIn providers = providers(round)) {
                providers.start();
                killWhileSending(3 * round);
            }
        }
    }

    private void killWhileScoring() {
        for (int week = 1; week <= 2; week++) {
            Product product = start();
            product.awaitLine("that it scores", line -> line.contains("drivers are scored"));
            product.kill();
        }
        try (Product product = start()) {
            product.awaitLine(
                    "that the live week is ranked", line -> line.contains(live + "/") && line.contains("are ranked"));
            awaitPage("/", "review");
        }
    }

    private void killWhileSending(int messages) {
        Ledger ledger = new Ledger(properties.standInPort());
        Product product = start();
        awaitUp(product);
        int expected = approve();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> ledger.recipients().size() >= messages);
        product.kill();
        int sentAtKill = ledger.recipients().size();

        boolean leftToAPerson;
        try (Product again = start()) {
            awaitUp(again);
            EngineRest engine = new EngineRest(properties.port(), "admin", Properties.PASSWORD);
            String key = live + "/" + contest.id();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> engine.isPublished(key)
                            || engine.findTask(key, "decide-on-unclear-sms").isPresent());
            // killed between claim and outcome: the product cannot know whether it was sent and asks a person, who
            // looks at the
            // provider's list
            Optional<String> question = engine.findTask(key, "decide-on-unclear-sms");
            String settlement = ledger.recipients().size() == expected ? "abandon" : "resend";
            question.ifPresent(task -> engine.submit(task, "settlement", settlement));
            leftToAPerson = question.isPresent();
            await().atMost(Duration.ofMinutes(2)).until(() -> engine.isPublished(key));
        }

        List<String> recipients = ledger.recipients();
        System.out.printf(
                "killed after %d of %d SMS: %d sent in the end%s%n",
                sentAtKill, expected, recipients.size(), leftToAPerson ? ", one of them settled by a person" : "");
        assertThat(sentAtKill).isLessThan(expected);
        assertThat(recipients).doesNotHaveDuplicates().hasSize(expected);
    }

    private StandIn providers(int round) {
        return new StandIn(
                new StandInSettings(
                        properties.standInPort(),
                        Optional.of(properties.folder().resolve("ledger-" + round + ".jsonl")),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Duration.ofMillis(500),
                        "demo",
                        "demo",
                        "demo",
                        "demo",
                        "demo",
                        "demo",
                        URI.create("http://localhost:" + properties.port() + "/ingest/v1")),
                Clock.systemUTC());
    }

    private Product start() {
        Map<String, String> values = properties.values();
        values.put("optimizer.standin.enabled", "false");
        values.put("optimizer.contest.resend-after", "PT1S");
        // its own list knows what was sent, and would leave nothing to decide
        values.put("optimizer.sms.reports", "false");
        values.put("optimizer.sms.unclear-after", "PT1S");
        return Product.start(values);
    }

    private static void awaitUp(Product product) {
        product.awaitLine("that its pages are there", line -> line.contains("Cockpit "));
    }

    private Visitor approver() {
        return Visitor.signedIn(properties.port(), "admin", Properties.PASSWORD);
    }

    /** @return how many SMS the page said it would send */
    private int approve() {
        Visitor approver = approver();
        String body = approver.get(page).body();
        int recipients = body.split("<blockquote").length - 1;
        approver.post(page + "/decision", Map.of("decision", "APPROVE", "revision", "1", "reason", ""));
        return recipients;
    }

    private void awaitPage(String path, String text) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> approver().get(path).body().contains(text));
    }

    private Path copyOfDatabase() throws IOException {
        Path copy = properties.folder().resolve("reviewed.mv.db");
        return Files.copy(database(), copy);
    }

    private void restore(Path copy) throws IOException {
        try (Stream<Path> files = Files.list(properties.folder())) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("optimizer."))
                    .toList()) {
                Files.delete(file);
            }
        }
        Files.copy(copy, database());
    }

    private Path database() {
        return properties.folder().resolve("optimizer.mv.db");
    }
}

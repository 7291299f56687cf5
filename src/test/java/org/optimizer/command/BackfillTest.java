package org.optimizer.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against answers as the product gives them. */
class BackfillTest {
    private static final String ORDERS = "/api/backfills";
    private static final String PLAN = "{\"id\":\"%s\",\"scope\":\"site:quarry\",\"asked\":14,\"vehicles\":["
            + "{\"id\":\"v1\",\"name\":\"Benne 1\",\"source\":\"mycartracks\",\"pulled\":true,\"days\":14,"
            + "\"daysWithFixes\":9,\"fixes\":21400,\"fetchedAt\":\"\"},"
            + "{\"id\":\"v2\",\"name\":\"Benne 2\",\"source\":\"inbox\",\"pulled\":false,\"days\":14,"
            + "\"daysWithFixes\":0,\"fixes\":0,\"fetchedAt\":\"\"}],"
            + "\"weeks\":[{\"contest\":\"Automne\",\"week\":\"2026-W46\",\"state\":\"closed\"}]}";

    private final WireMockServer product =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void start() {
        product.start();
        url = product.baseUrl();
        product.stubFor(post(ORDERS)
                .withBasicAuth("olga", "secret")
                .withRequestBody(matchingJsonPath("$.dryRun", equalTo("true")))
                .willReturn(okJson(PLAN.formatted(""))));
        product.stubFor(post(ORDERS)
                .withBasicAuth("olga", "secret")
                .withRequestBody(matchingJsonPath("$.dryRun", equalTo("false")))
                .willReturn(okJson(PLAN.formatted("run-1")).withStatus(202)));
        answers("running", 3, "", Scenario.STARTED, "half");
        answers("running", 9, "", "half", "end");
        answers("done", 14, "", "end", "end");
    }

    private void answers(String state, int done, String incident, String when, String then) {
        product.stubFor(get(ORDERS + "/run-1")
                .inScenario("run")
                .whenScenarioStateIs(when)
                .willSetStateTo(then)
                .willReturn(okJson(
                        "{\"id\":\"run-1\",\"state\":\"%s\",\"done\":%d,\"of\":14,\"doneTo\":\"\",\"incident\":\"%s\"}"
                                .formatted(state, done, incident))));
    }

    @AfterEach
    void stop() {
        product.stop();
    }

    private Cli run(String typed, String... args) {
        return run(typed, Map.of("OPTIMIZER_USER", "olga", "OPTIMIZER_PASSWORD", "secret"), args);
    }

    private Cli run(String typed, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream complained = new PrintStream(err, true, StandardCharsets.UTF_8);
        Backfill backfill = new Backfill(
                environment,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                printed,
                complained,
                Duration.ZERO);
        String[] words = Stream.concat(
                        Stream.of("backfill", "--url", url, "--from=2026-11-09", "--to=2026-11-22"),
                        Arrays.stream(args))
                .toArray(String[]::new);
        int status = Commands.execute(backfill, words, printed, complained);
        return new Cli(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aDryRunShowsWhatItWouldTouchAndStartsNothing() {
        Cli cli = run("", "--site=quarry", "--dry-run");

        assertThat(cli.status()).isZero();
        assertThat(cli.out())
                .contains("2026-11-09 to 2026-11-22, site:quarry: 2 vehicles, 14 vehicle-days to ask for again")
                .contains("Benne 1", "fixes on 9 of 14 days: 21400", "its fixes come by themselves")
                .contains("week 2026-W46 of Automne: closed, gets facts and never other results");
        assertThat(product.findAll(postRequestedFor(urlEqualTo(ORDERS)))).hasSize(1);
    }

    @Test
    void itAsksAndStartsOnlyAfterAYes() {
        Cli no = run("\n", "--reason=router");
        assertThat(no.status()).isZero();
        assertThat(no.out()).contains("Fetch again? [y/N]", "Nothing was started.");
        assertThat(product.findAll(postRequestedFor(urlEqualTo(ORDERS)))).hasSize(1);

        Cli yes = run("y\n", "--reason=router", "--vehicle=Benne 1,v2");
        assertThat(yes.status()).isZero();
        assertThat(yes.out()).contains("Started run-1", "done, 14 of 14 vehicle-days");
        assertThat(yes.err()).contains("Fetching 3/14", "Fetching 9/14", "Fetching 14/14");
        product.verify(postRequestedFor(urlEqualTo(ORDERS))
                .withRequestBody(equalToJson("{\"scope\":\"vehicles:Benne 1,v2\",\"from\":\"2026-11-09\","
                        + "\"to\":\"2026-11-22\",\"reason\":\"router\",\"dryRun\":false}")));
    }

    @Test
    void oneThatStopsSaysWhyAndIsNoSuccess() {
        answers("running", 5, "the provider answered 503", Scenario.STARTED, Scenario.STARTED);
        Cli cli = run("", "--yes", "--reason=router");
        assertThat(cli.status()).isEqualTo(1);
        assertThat(cli.out()).contains("stopped: the provider answered 503, 5 of 14");
    }

    @Test
    void thePasswordMayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("pw"), "secret\n");
        Cli cli = run("", Map.of(), "--user=olga", "--password-file=" + file, "--dry-run");
        assertThat(cli.status()).isZero();
    }

    @Test
    void whatCannotBeUsedIsSaidInOneLine() {
        assertThat(run("", Map.of(), "--dry-run").err()).contains("--user: expected who signs in");
        assertThat(run("", Map.of("OPTIMIZER_USER", "olga"), "--dry-run").err()).contains("OPTIMIZER_PASSWORD");
        assertThat(run("", "--site=a", "--contest=b", "--dry-run").err()).contains("at most one of --site");
        assertThat(run("", "--yes").err()).contains("--reason: expected why");
        assertThat(run("", "--from=yesterday").err()).contains("backfill --help");
        assertThat(run("", "--from=yesterday").status()).isEqualTo(2);
        product.stubFor(post(ORDERS).willReturn(aResponse().withStatus(401)));
        assertThat(run("", "--dry-run").err()).contains("\"olga\" or the password is wrong");
        product.stubFor(post(ORDERS).willReturn(aResponse().withStatus(403)));
        assertThat(run("", "--dry-run").err()).contains("expected an operator or administrator");
        product.stubFor(post(ORDERS)
                .willReturn(okJson("{\"error\":\"days: expected at most 400\"}").withStatus(400)));
        assertThat(run("", "--dry-run").err()).contains("days: expected at most 400");
        product.stop();
        Cli gone = run("", "--dry-run");
        assertThat(gone.err()).contains("expected the running product, found none");
        assertThat(gone.status()).isEqualTo(2);
    }

    @Test
    void aRedirectIsNotFollowedWithThePassword() {
        product.stubFor(post(ORDERS).willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));
        assertThat(run("", "--dry-run").err()).contains("expected 200, found 302");
        assertThat(product.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();
    }
}

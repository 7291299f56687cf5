package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsDeskTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock("2026-11-23T13:05:02Z");
    private final BlockingQueue<String> receipts = new LinkedBlockingQueue<>();
    private HttpServer listener;
    private Provider provider;
    private volatile int listenerStatus = 204;

    @BeforeEach
    void start() throws IOException {
        provider = Provider.sms(Optional.of(folder.resolve("ledger.jsonl")), clock);
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/receipts", exchange -> {
            int status = listenerStatus;
            receipts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        provider.close();
        listener.stop(0);
    }

    @Test
    void anAcceptedMessageIsInTheLedgerAndEchoesItsReference() {
        JsonNode answer = Provider.answer(send("Bonne route !"));
        assertThat(answer.get("message-count").asText()).isEqualTo("1");
        JsonNode part = answer.get("messages").get(0);
        assertThat(part.get("status").asText()).isEqualTo("0");
        assertThat(part.get("client-ref").asText()).isEqualTo("ref-1");
        assertThat(part.get("remaining-balance").asText()).isEqualTo("499.93500000");

        JsonNode entry = provider.ledger().get(0);
        assertThat(entry.get("to").asText()).isEqualTo("33639980101");
        assertThat(entry.get("text").asText()).isEqualTo("Bonne route !");
        assertThat(entry.get("client-ref").asText()).isEqualTo("ref-1");
        assertThat(entry.get("at").asText()).isEqualTo("2026-11-23T13:05:02Z");
    }

    @Test
    void credentialsMayAlsoComeInTheForm() {
        var answer = provider.form(
                "/sms/json",
                "api_key",
                "key",
                "api_secret",
                "sms-secret",
                "from",
                "OPTIMIZER",
                "to",
                "33639980101",
                "text",
                "ok");
        assertThat(status(Provider.answer(answer))).isEqualTo("0");
    }

    @Test
    void aLongMessageIsAnsweredAndBilledByPart() {
        assertThat(Provider.answer(send("x".repeat(160))).get("messages")).hasSize(1);
        assertThat(Provider.answer(send("x".repeat(161))).get("messages")).hasSize(2);
        assertThat(Provider.answer(send("x".repeat(307))).get("messages")).hasSize(3);
        assertThat(Provider.answer(send("€".repeat(80))).get("messages")).hasSize(1);
        assertThat(Provider.answer(send("ê".repeat(71))).get("messages")).hasSize(2);
        JsonNode last = Provider.answer(send("x")).get("messages").get(0);
        assertThat(last.get("remaining-balance").asText()).isEqualTo("499.35000000");
    }

    @Test
    void refusalsComeWithHttp200AndAreNotInTheLedger() {
        assertThat(status(Provider.answer(provider.form("/sms/json", "api_key", "key", "api_secret", "guess"))))
                .isEqualTo("4");
        assertThat(status(sent("OPTIMIZER", "33639980101", ""))).isEqualTo("2");
        assertThat(status(sent("OPTIMIZER", "+33639980101", "x"))).isEqualTo("3");
        assertThat(status(sent("Opti mizer", "33639980101", "x"))).isEqualTo("15");
        assertThat(status(Provider.answer(
                        provider.sms("from", "OPTIMIZER", "to", "33639980101", "text", "x", "callback", "http://a b"))))
                .isEqualTo("23");
        assertThat(provider.ledger()).isEmpty();
    }

    @Test
    void moreThanThirtyMessagesInOneSecondAreThrottled() {
        for (int i = 0; i < 30; i++) {
            assertThat(status(Provider.answer(send("x")))).isEqualTo("0");
        }
        assertThat(status(Provider.answer(send("x")))).isEqualTo("1");
        clock.move(Duration.ofSeconds(1));
        assertThat(status(Provider.answer(send("x")))).isEqualTo("0");
    }

    @Test
    void orderedFaultsRefuseOrFail() {
        provider.fault("{\"kind\":\"sms-throttle\"}");
        assertThat(status(Provider.answer(send("x")))).isEqualTo("1");
        provider.fault("{\"kind\":\"sms-bad-number\"}");
        assertThat(status(Provider.answer(send("x")))).isEqualTo("6");
        provider.fault("{\"kind\":\"sms-no-credit\"}");
        assertThat(status(Provider.answer(send("x")))).isEqualTo("9");
        provider.fault("{\"kind\":\"sms-5xx\"}");
        assertThat(send("x").statusCode()).isEqualTo(503);
        provider.fault("{\"kind\":\"sms-garbage\"}");
        assertThat(send("x").body()).startsWith("<html>");
        assertThat(provider.ledger()).isEmpty();
    }

    @Test
    void aMessageWhoseAnswerIsLostIsAcceptedAllTheSame() {
        provider.fault("{\"kind\":\"sms-timeout-after-accept\",\"times\":1,\"millis\":0}");
        HttpRequest.Builder request = provider.smsRequest("from", "OPTIMIZER", "to", "33639980101", "text", "lost");
        assertThatThrownBy(() -> provider.sendOrFail(request)).isInstanceOf(IOException.class);
        assertThat(provider.ledger()).hasSize(1);
    }

    @Test
    void everyPartGetsAReceiptAtTheMessagesOwnCallback() throws InterruptedException {
        JsonNode parts = Provider.answer(sendWithCallback("x".repeat(200))).get("messages");
        String receipts = nextReceipt() + " " + nextReceipt();
        assertThat(receipts)
                .contains("messageId=" + parts.get(0).get("message-id").asText())
                .contains("messageId=" + parts.get(1).get("message-id").asText())
                .contains("status=delivered", "err-code=0", "client-ref=ref-1", "msisdn=33639980101")
                .contains("scts=2611231305", "message-timestamp=2026-11-23+13%3A05%3A02", "to=OPTIMIZER");
    }

    @Test
    void aReceiptIsTriedAgainWhenTheCallbackFails() throws InterruptedException {
        listenerStatus = 503;
        sendWithCallback("x");
        String first = nextReceipt();
        listenerStatus = 200;
        assertThat(unsigned(nextReceipt())).isEqualTo(unsigned(first));
        awaitReceipted(0);
    }

    /** Every try is signed anew. */
    private static String unsigned(String form) {
        assertThat(form).contains("sig=", "nonce=", "timestamp=");
        return form.replaceAll("&?(sig|nonce|timestamp)=[^&]*", "");
    }

    @Test
    void receiptsComeAsJsonOnDemandAndForgedOnesBesides() throws InterruptedException {
        provider.fault("{\"kind\":\"receipt-as-json\"}");
        sendWithCallback("x");
        assertThat(nextReceipt()).startsWith("{").contains("\"status\":\"delivered\"", "\"sig\":");
        provider.fault("{\"kind\":\"receipt-forged\"}");
        sendWithCallback("y");
        assertThat(nextReceipt() + nextReceipt()).contains("status=failed", "status=delivered");
    }

    @Test
    void receiptsFailOrComeTwiceOnDemand() throws InterruptedException {
        provider.fault("{\"kind\":\"receipt-failed\"}");
        sendWithCallback("x");
        assertThat(nextReceipt()).contains("status=failed", "err-code=1");
        provider.fault("{\"kind\":\"receipt-twice\"}");
        sendWithCallback("y");
        assertThat(nextReceipt()).contains("status=delivered").isEqualTo(nextReceipt());
    }

    @Test
    void theLedgerSurvivesARestartAndReceiptsThatWereNotDeliveredComeThen() throws InterruptedException {
        sendWithCallback("delivered before");
        String before = nextReceipt();
        awaitReceipted(0);
        listenerStatus = 503;
        sendWithCallback("delivered after");
        String waiting = nextReceipt();
        provider.close();
        receipts.clear();
        listenerStatus = 204;

        provider = Provider.sms(Optional.of(folder.resolve("ledger.jsonl")), clock);
        assertThat(unsigned(nextReceipt())).isEqualTo(unsigned(waiting)).isNotEqualTo(unsigned(before));
        awaitReceipted(1);
        assertThat(provider.ledger()).hasSize(2);
        assertThat(receipts).doesNotContain(before);
        JsonNode third = Provider.answer(send("third")).get("messages").get(0);
        assertThat(third.get("message-id").asText()).isEqualTo("0A00000000000003");
    }

    @Test
    void halfALineAtTheEndOfTheLedgerIsCutOff() throws IOException {
        send("whole");
        provider.close();
        Path file = folder.resolve("ledger.jsonl");
        Files.writeString(file, "{\"at\":\"2026-11-23T1", StandardOpenOption.APPEND);
        provider = Provider.sms(Optional.of(file), clock);
        send("next");
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(provider.ledger()).hasSize(2);
    }

    @Test
    void abrokenLineOfTheLedgerStopsTheStartAndIsNamed() throws IOException {
        Path file = folder.resolve("broken.jsonl");
        Files.writeString(file, "{\"receipted\":\"A\"}\nhello\n");
        assertThatThrownBy(() -> Provider.sms(Optional.of(file), clock))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("broken.jsonl line 2");
    }

    @Test
    void thePageShowsWhatWasSentAndHarmsNobody() {
        send("a < b & <script>");
        String page = provider.send(provider.request("/")).body();
        assertThat(page).contains("a &lt; b &amp; &lt;script&gt;", "+33639980101", "Aucune panne en cours");
        assertThat(page).doesNotContain("<script>");
    }

    @Test
    void aFaultButtonOfThePageLeadsBackToIt() {
        var answer = provider.send(provider.request("/faults")
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("kind=sms-5xx&times=-1")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(provider.send(provider.request("/")).body()).contains("aria-pressed=\"true\"");
    }

    private HttpResponse<String> send(String text) {
        return provider.sms("from", "OPTIMIZER", "to", "33639980101", "text", text, "client-ref", "ref-1");
    }

    private JsonNode sent(String from, String to, String text) {
        return Provider.answer(provider.sms("from", from, "to", to, "text", text));
    }

    private HttpResponse<String> sendWithCallback(String text) {
        String callback = "http://127.0.0.1:" + listener.getAddress().getPort() + "/receipts";
        return provider.sms(
                "from", "OPTIMIZER", "to", "33639980101", "text", text, "client-ref", "ref-1", "callback", callback);
    }

    private String nextReceipt() throws InterruptedException {
        String receipt = receipts.poll(20, TimeUnit.SECONDS);
        assertThat(receipt).as("a receipt within 20 s").isNotNull();
        return receipt;
    }

    private void awaitReceipted(int message) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> provider.ledger().get(message).get("receipts").asInt() == 1);
    }

    private static String status(JsonNode answer) {
        return answer.get("messages").get(0).get("status").asText();
    }
}

package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What accounts on the Messages API tell us, and what drivers answer. */
class MessagesWebhookControllerTest {
    private final Doubles.Receipts receipts = PagesPreview.shared().getBean(Doubles.Receipts.class);
    private final Doubles.Answers answers = PagesPreview.shared().getBean(Doubles.Answers.class);
    private final Visitor provider = new Visitor();

    @BeforeEach
    void forget() {
        receipts.received.clear();
        answers.received.clear();
    }

    private int post(String address, String type, String body) {
        return provider.post("/webhooks/" + address, type, body).statusCode();
    }

    @Test
    void aStatusIsReadWithAllThatIsNestedInIt() {
        String status = "{\"message_uuid\":\"aaaa-bbbb\",\"to\":\"33612345678\",\"status\":\"rejected\","
                + "\"client_ref\":\"c12\",\"error\":{\"title\":\"1000\",\"detail\":\"Throttled\"},"
                + "\"sms\":{\"count_total\":\"2\"}}";

        assertThat(post("messages-status", "application/json", status)).isEqualTo(204);
        assertThat(receipts.received).singleElement().hasToString("{whole=c12 aaaa-bbbb rejected 1000}");
    }

    @Test
    void anAnswerOfADriverComesInEveryForm() {
        String fields = "msisdn=33612345678&to=33644630000&messageId=0B01&text=STOP&keyword=STOP";
        assertThat(provider.get("/webhooks/sms-inbound?" + fields).statusCode()).isEqualTo(204);
        assertThat(post("sms-inbound", "application/x-www-form-urlencoded", fields))
                .isEqualTo(204);
        assertThat(post(
                        "sms-inbound",
                        "application/json",
                        "{\"msisdn\":\"33612345678\",\"messageId\":\"0B01\",\"text\":\"STOP\"}"))
                .isEqualTo(204);
        assertThat(post(
                        "messages-inbound",
                        "application/json",
                        "{\"message_uuid\":\"0B01\",\"from\":\"33612345678\",\"text\":\"STOP\"}"))
                .isEqualTo(204);

        assertThat(answers.received).hasSize(4).containsOnly("0B01 33612345678 STOP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"status\":", "7"})
    void whatIsNoObjectIsABadRequest(String body) {
        assertThat(post("messages-status", "application/json", body)).isEqualTo(400);
        assertThat(receipts.received).isEmpty();
    }

    @Test
    void nothingElseIsOpenThere() {
        assertThat(provider.get("/webhooks/messages-status").statusCode()).isEqualTo(404);
        assertThat(provider.get("/webhooks/other").statusCode()).isEqualTo(404);
    }
}

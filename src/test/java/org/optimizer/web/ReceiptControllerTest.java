package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's three ways to bring a receipt. */
class ReceiptControllerTest {
    private static final String ADDRESS = "/webhooks/sms-receipt";
    private static final String FIELDS =
            "messageId=0A0000001234567B&status=delivered&err-code=0&client-ref=c12-b03-d0042";

    private final Doubles.Receipts receipts = PagesPreview.shared().getBean(Doubles.Receipts.class);
    private final Visitor provider = new Visitor();

    @BeforeEach
    void forget() {
        receipts.received.clear();
    }

    @Test
    void asAQuery() {
        assertThat(provider.get(ADDRESS + "?" + FIELDS).statusCode()).isEqualTo(204);
        assertReceived();
    }

    @Test
    void asAForm() {
        assertThat(provider.post(ADDRESS, "application/x-www-form-urlencoded", FIELDS)
                        .statusCode())
                .isEqualTo(204);
        assertReceived();
    }

    @Test
    void asJson() {
        String json = "{\"messageId\":\"0A0000001234567B\",\"status\":\"delivered\",\"err-code\":0,"
                + "\"client-ref\":\"c12-b03-d0042\"}";
        assertThat(provider.post(ADDRESS, "application/json", json).statusCode())
                .isEqualTo(204);
        assertReceived();
    }

    private void assertReceived() {
        assertThat(receipts.received)
                .containsExactly(Map.of(
                        "messageId", "0A0000001234567B",
                        "status", "delivered",
                        "err-code", "0",
                        "client-ref", "c12-b03-d0042"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"status\":{\"deep\":1}}", "{\"status\":"})
    void whatIsNoFlatObjectIsABadRequest(String json) {
        assertThat(provider.post(ADDRESS, "application/json", json).statusCode())
                .isEqualTo(400);
        assertThat(receipts.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void whatIsBeyondReasonIsNotRead(String type) {
        String body = "{\"status\":\"" + "x".repeat(17_000) + "\"}";
        assertThat(provider.post(ADDRESS, type, body).statusCode()).isEqualTo(413);
        assertThat(receipts.received).isEmpty();
    }

    @Test
    void noSessionIsMade() {
        assertThat(provider.get(ADDRESS + "?" + FIELDS).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }
}

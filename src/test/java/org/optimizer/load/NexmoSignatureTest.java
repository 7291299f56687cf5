package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors were made with another program; the secret is theirs alone. */
class NexmoSignatureTest {
    private static final String SECRET = "example-signature-secret";

    static Map<String, String> receipt() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("msisdn", "33612345678"),
                Map.entry("to", "OPTIMIZER"),
                Map.entry("network-code", "20801"),
                Map.entry("messageId", "0A0000001234567B"),
                Map.entry("price", "0.06500000"),
                Map.entry("status", "delivered"),
                Map.entry("scts", "2611231405"),
                Map.entry("err-code", "0"),
                Map.entry("api-key", "abcd1234"),
                Map.entry("client-ref", "c12-b03-d0042"),
                Map.entry("message-timestamp", "2026-11-23 13:05:02"),
                Map.entry("timestamp", "1795439102"),
                Map.entry("nonce", "ec11dd3e-1e7f-4db5-9467-82b02cd223b9")));
    }

    @Test
    void aReceiptIsSignedOverAllItsFieldsInTheOrderOfTheirNames() {
        assertThat(NexmoSignature.text(receipt()))
                .isEqualTo("&api-key=abcd1234&client-ref=c12-b03-d0042&err-code=0&message-timestamp=2026-11-23 13:05:02"
                        + "&messageId=0A0000001234567B&msisdn=33612345678&network-code=20801"
                        + "&nonce=ec11dd3e-1e7f-4db5-9467-82b02cd223b9&price=0.06500000&scts=2611231405"
                        + "&status=delivered&timestamp=1795439102&to=OPTIMIZER");
        assertThat(NexmoSignature.of(receipt(), SECRET))
                .isEqualTo("d5b78745846931de1babcb792c6b0917ded0a551e0cde9a812201a2d9c8da1ce");
    }

    @Test
    void whatWouldEndAFieldIsSignedAsAnUnderscore() {
        Map<String, String> request = Map.of(
                "api_key",
                "abcd1234",
                "from",
                "OPTIMIZER",
                "to",
                "33612345678",
                "type",
                "text",
                "client-ref",
                "c12-b03-d0042",
                "timestamp",
                "1795439102",
                "text",
                "Résultat: accélération 8/10 & freinage 7/10 = bien");
        assertThat(NexmoSignature.of(request, SECRET))
                .isEqualTo("68845193d4eb46cb582a19a94068380cc41c778a6bbb12a586219522f4e672ce");
    }

    @Test
    void aSignatureIsRightInEitherCaseAndForNothingElse() {
        Map<String, String> fields = receipt();
        fields.put("sig", NexmoSignature.of(fields, SECRET));
        assertThat(NexmoSignature.isRight(fields, SECRET)).isTrue();
        fields.compute("sig", (name, sig) -> sig.toUpperCase(java.util.Locale.ROOT));
        assertThat(NexmoSignature.isRight(fields, SECRET)).isTrue();
        assertThat(NexmoSignature.isRight(fields, "another-secret")).isFalse();
        fields.put("status", "failed");
        assertThat(NexmoSignature.isRight(fields, SECRET)).isFalse();
        fields.remove("sig");
        assertThat(NexmoSignature.isRight(fields, SECRET)).isFalse();
    }
}

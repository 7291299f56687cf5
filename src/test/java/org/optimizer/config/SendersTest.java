package org.optimizer.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.process.Sender;
import org.springframework.mock.env.MockEnvironment;

class SendersTest {
    /** Test case 1 of RFC 4231, whose key is 20 bytes 0x0b. */
    private static final String RFC_SECRET = "\u000b".repeat(20);

    private static final String RFC_SIGNATURE =
            "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
    private static final byte[] RFC_BODY = "Hi There".getBytes(UTF_8);

    private static Senders senders(String key, String secret) {
        return new Senders(Map.of("one", new Senders.Settings(key, secret, "globo", List.of("q1"))));
    }

    @Test
    void theSignatureIsTheHmacOfTheBodyAsInRfc4231() {
        assertThat(senders(null, RFC_SECRET).findBySignature(RFC_SIGNATURE, RFC_BODY))
                .contains(new Sender("one", "globo", List.of("q1")));
    }

    @Test
    void aBodyThatIsOneByteOtherIsNotSigned() {
        assertThat(senders(null, RFC_SECRET).findBySignature(RFC_SIGNATURE, "Hi there".getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                "sha1=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                "sha256=B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7",
                "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff",
                "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff700",
                "sha256=c0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            })
    void whatIsNotThatSignatureIsNone(String signature) {
        assertThat(senders(null, RFC_SECRET).findBySignature(signature, RFC_BODY))
                .isEmpty();
    }

    @Test
    void aKeyIsNoSecretForSignaturesAndASecretIsNoKey() {
        assertThat(senders(RFC_SECRET, null).findBySignature(RFC_SIGNATURE, RFC_BODY))
                .isEmpty();
        assertThat(senders(null, "a-secret-of-16-or-more").findByKey("a-secret-of-16-or-more"))
                .isEmpty();
    }

    @Test
    void aKeyMustBeWhole() {
        Senders senders = senders("a-key-of-16-or-more", null);

        assertThat(senders.findByKey("a-key-of-16-or-more")).isPresent();
        assertThat(senders.findByKey("a-key-of-16-or-mor")).isEmpty();
        assertThat(senders.findByKey("")).isEmpty();
    }

    @Test
    void sendersAreReadFromTheSettings() {
        Senders senders = Senders.of(
                new MockEnvironment()
                        .withProperty("optimizer.ingest.senders.box.key", "a-key-of-16-or-more")
                        .withProperty("optimizer.ingest.senders.box.source", "globo")
                        .withProperty("optimizer.ingest.senders.box.sites", "q1,q2"),
                List.of());

        assertThat(senders.findByKey("a-key-of-16-or-more")).contains(new Sender("box", "globo", List.of("q1", "q2")));
    }

    @Test
    void aSenderThatCannotBeKnownStopsTheStart() {
        assertThatThrownBy(() -> senders(null, null))
                .hasMessage("optimizer.ingest.senders.one: expected a key or signature-secret, found neither; set it");
        assertThatThrownBy(() -> senders("short", null)).hasMessageContaining("at least 16 characters");
        assertThatThrownBy(() -> senders(null, "short")).hasMessageContaining("at least 16 characters");
        assertThatThrownBy(
                        () -> new Senders(Map.of("one", new Senders.Settings("a-key-of-16-or-more", null, " ", null))))
                .hasMessageContaining("expected a source");
    }

    @Test
    void withoutSettingsNobodyIsKnown() {
        assertThat(Senders.of(new MockEnvironment(), List.of()).findByKey("")).isEmpty();
    }
}

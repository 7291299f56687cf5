package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSettingsTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void anAddressBecomesALinkWhoseSecretIsStillBlank() {
        assertThat(new LinkSettings("https://eco.example.com/", MONTH).blank())
                .isEqualTo("https://eco.example.com/m/______________________");
        assertThat(LinkSettings.NONE.blank()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://eco.example.com", "eco.example.com", "https://eco example", "javascript:alert(1)"})
    void whatIsNoSafeAddressStopsTheStart(String address) {
        assertThatThrownBy(() -> new LinkSettings(address, MONTH))
                .hasMessageContaining("optimizer.sms.link-base-url \"" + address + "\"")
                .hasMessageContaining("expected an address such as https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:18144", "http://127.0.0.1", "https://eco.example.com:8443/contest"})
    void thisMachineNeedsNoCertificate(String address) {
        assertThat(new LinkSettings(address, MONTH).baseUrl()).isEqualTo(address);
    }

    @Test
    void aLinkThatIsNeverValidStopsTheStart() {
        assertThatThrownBy(() -> new LinkSettings("", Duration.ZERO)).hasMessageContaining("such as P30D");
    }
}

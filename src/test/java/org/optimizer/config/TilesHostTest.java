package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilesHostTest {
    @Test
    void onlyTheHostOfTheTilesIsNamed() {
        assertThat(TilesHost.of("")).isEmpty();
        assertThat(TilesHost.of("https://tiles.example.org/{z}/{x}/{y}.png?key=a"))
                .isEqualTo("https://tiles.example.org");
        assertThat(TilesHost.of("http://localhost:8081/{z}/{x}/{y}.png")).isEqualTo("http://localhost:8081");
        assertThat(TilesHost.of("https://{s}.example.org/{z}/{x}/{y}.png")).isEqualTo("https://*.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles.example.org/{z}",
                "https://tiles.example.org",
                "https://a; script-src */{z}",
                "https:///{z}",
                "javascript:alert(1)/"
            })
    void whatIsNoAddressOfTilesStopsTheStart(String url) {
        assertThatThrownBy(() -> TilesHost.of(url))
                .hasMessageContaining("optimizer.map.tiles-url: expected an address");
    }
}

package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.optimizer.transform.messages.SmsEncoding;

class LinkTokenTest {
    private static final byte[] ZEROS = new byte[16];

    @Test
    void aTokenIs128BitsIn22CharactersOfOneSeptetEach() {
        String token = LinkToken.of(ZEROS);
        assertThat(token).isEqualTo("A".repeat(22));
        assertThat(LinkToken.isOne(token)).isTrue();
        assertThat(LinkToken.isOne(token + "A")).isFalse();
        assertThat(LinkToken.isOne("../../etc/passwd-22chr")).isFalse();
        assertThatThrownBy(() -> LinkToken.of(new byte[15])).hasMessageContaining("expected 16 random bytes, found 15");
    }

    @Test
    void theBlankTakesTheRoomOfTheToken() {
        String text = "Note 14,2. " + LinkToken.blankLink("https://eco.example.com");
        byte[] ones = new byte[16];
        Arrays.fill(ones, (byte) 0xff); // the token of these is almost all underscores
        String filled = LinkToken.filled(text, LinkToken.of(ones));
        assertThat(filled)
                .startsWith("Note 14,2. https://eco.example.com/m/_____")
                .hasSameSizeAs(text);
        assertThat(SmsEncoding.of(filled)).isEqualTo(SmsEncoding.of(text));
        assertThat(LinkToken.isAwaited(text)).isTrue();
        assertThat(LinkToken.isAwaited(LinkToken.filled(text, LinkToken.of(ZEROS))))
                .isFalse();
    }

    @Test
    void withoutAnAddressThereIsNoLink() {
        assertThat(LinkToken.blankLink("")).isEmpty();
    }

    @Test
    void theHashIsThatOfTheStandard() {
        // FIPS 180-4, SHA-256 of "abc"
        assertThat(LinkToken.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

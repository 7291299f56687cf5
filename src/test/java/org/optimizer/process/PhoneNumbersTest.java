package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of handsets in France and Côte d'Ivoire, and what looks like one. */
class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+33612345678,   +33612345678,   FR, 9",
        "+33639980101,   +33639980101,   FR, 9",
        "+33 6 12 34 56 78, +33612345678, FR, 9",
        "+33 (0)7 56 78 90 12, +33756789012, FR, 9",
        "+33756789012,   +33756789012,   FR, 9",
        "+2250701234567, +2250701234567, CI, 10",
        "+2250501234567, +2250501234567, CI, 10",
        "+2250101234567, +2250101234567, CI, 10",
        "+225 07 01 23 45 67, +2250701234567, CI, 10",
        "+32470123456,   +32470123456,   BE, 9"
    })
    void aHandsetIsReadWithItsCountryAndLength(String written, String e164, String country, int digits) {
        assertThat(PhoneNumbers.find(written)).contains(new PhoneNumbers.Handset(e164, country, digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0612345678", // of no country
                "0033612345678", // dialled, not written
                "33612345678",
                "+3361234567", // 8 digits
                "+336123456789", // 10 digits
                "+33112345678", // a landline in Paris
                "+33899123456", // premium rate
                "+33800123456", // free phone
                "+22507012345", // 8 digits, as before 31 January 2021
                "+22570123456",
                "+2252720123456", // a landline in Abidjan
                "+225070123456789",
                "+881612345678", // a satellite
                "+88213123456",
                "+19005551234", // premium rate in America
                "+33612345678;ext=1",
                "+00612345678"
            })
    void whatNoSmsReachesIsNoHandset(String written) {
        assertThat(PhoneNumbers.find(written)).isEmpty();
    }

    @Test
    void aNumberOfTheFrenchOverseasIsNotFrances() {
        assertThat(PhoneNumbers.find("+262692123456"))
                .hasValueSatisfying(handset -> assertThat(handset.country()).isEqualTo("RE"));
    }
}

package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.SmsLedger;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.OptOut;
import org.optimizer.model.Receipt;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsSwitch;
import org.optimizer.process.SmsLimits.Hours;
import org.optimizer.process.SmsLimits.Traffic;
import org.optimizer.process.SmsPolicy.Quote;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.messages.SmsEncoding.Alphabet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom a message may reach, when, and for how much: the shipped rules on the real tables. */
@EdgesTest
class SmsPolicyTest {
    private static final RulebookShelf SHELF = RulesFolder.shelf(RulesFolder.SHIPPED);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String FRENCH = "+33639980101";
    private static final String IVORIAN = "+2250701234567";

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    private Policies shipped;

    @BeforeEach
    void build() {
        shipped = new Policies(camel, SHELF, Policies.SHIPPED, CLOCK);
    }

    @AfterEach
    void clear() {
        List.of("sms_opt_out", "sms_usage", "sms_switch", "sms_receipt", "sms_outbox")
                .forEach(table -> jdbc.update("delete from " + table));
    }

    private static Driver driver(String phone) {
        return new Driver("d1", "q1", "Anne", Optional.ofNullable(phone), Language.FR);
    }

    private SmsPolicy live() {
        return new Policies(
                        camel,
                        SHELF,
                        new SmsLimits(true, Traffic.MARKETING, Hours.LIVE, "a key of sixteen", Policies.CAPS),
                        CLOCK)
                .policy;
    }

    @ParameterizedTest
    @CsvSource({
        "+33639980101,   160, GSM7, 1, 0.065, FR",
        "+33639980101,   161, GSM7, 2, 0.130, FR",
        "+33639980101,   306, GSM7, 2, 0.130, FR",
        "+33639980101,   307, GSM7, 3, 0.195, FR",
        "+2250701234567, 160, GSM7, 1, 0.11,  CI",
        "+2250701234567, 307, GSM7, 3, 0.33,  CI"
    })
    void aTextCostsItsPartsAtThePriceOfTheCountry(
            String to, int length, Alphabet alphabet, int parts, BigDecimal price, String country) {
        Quote quote = shipped.policy.quote(to, "é".repeat(length));

        assertThat(quote.encoding().alphabet()).isEqualTo(alphabet);
        assertThat(quote.parts()).isEqualTo(parts);
        assertThat(quote.priceEur()).isEqualByComparingTo(price);
        assertThat(quote.country()).isEqualTo(country);
    }

    @Test
    void oneLetterOutsideTheAlphabetMakesATextDearer() {
        String text = "Sem.47: freinage à 9/20, accélération à 14/20. Rang 3/11. Bonne route!";
        assertThat(shipped.policy.quote(FRENCH, text + " Détail à la cour").parts())
                .isEqualTo(1);
        Quote dearer = shipped.policy.quote(FRENCH, text + " Détail à la forêt");
        assertThat(dearer.encoding().alphabet()).isEqualTo(Alphabet.UCS2);
        assertThat(dearer.priceEur()).isEqualByComparingTo("0.130");
    }

    @Test
    void anIvorianNumberOfTenDigitsMayBeWrittenTo() {
        assertThat(shipped.policy.refusal(driver(IVORIAN))).isEmpty();
        assertThat(shipped.policy.refusal(driver(FRENCH))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, no-phone",
                "0612345678, bad-number",
                "+22507012345, bad-number",
                "+33899123456, bad-number",
                "+32470123456, country-not-allowed",
                "+12025550123, country-not-allowed",
                "+262692123456, country-not-allowed"
            })
    void whoMayNotBeWrittenToIsRefusedWithTheReason(String phone, String code) {
        assertThat(shipped.policy.refusal(driver(phone))).contains(code);
    }

    @Test
    void whoAnsweredStopIsOutUntilAPersonTakesItBack() {
        assertThat(shipped.optOuts.heard("m1", "33639980101", "Stop svp")).isTrue();
        assertThat(shipped.policy.refusal(driver(FRENCH))).contains("opted-out");
        assertThat(shipped.policy.refusal(driver("+33 6 39 98 01 01"))).contains("opted-out");
        assertThat(shipped.policy.refusal(driver("+33639980102"))).isEmpty();

        OptOut entry = shipped.optOuts.list().get(0);
        assertThat(shipped.optOuts.remove(entry.numberHash(), "asked at the office", "anne"))
                .isTrue();
        assertThat(shipped.policy.refusal(driver(FRENCH))).isEmpty();
        assertThat(shipped.optOuts.list().get(0).removal())
                .contains(new OptOut.Removal("anne", NOW, "asked at the office"));

        // the same answer brought once more says nothing new, another one does
        shipped.optOuts.heard("m1", "33639980101", "Stop svp");
        assertThat(shipped.policy.refusal(driver(FRENCH))).isEmpty();
        shipped.optOuts.heard("m2", "33639980101", "STOP");
        assertThat(shipped.policy.refusal(driver(FRENCH))).contains("opted-out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STOP", "stop", " Stop.", "STOP 36180", "Arrêt", "ARRET", "arrêter", "Désabonner!", "unsubscribe"
            })
    void theseWordsMeanStop(String text) {
        assertThat(SmsOptOuts.isStop(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Merci", "stopper le camion", "je dis stop", "OK stop", "36180", "arrêtez-vous"})
    void theseDoNot(String text) {
        assertThat(SmsOptOuts.isStop(text)).isFalse();
        assertThat(shipped.optOuts.heard("m", "33639980101", text)).isFalse();
        assertThat(shipped.policy.refusal(driver(FRENCH))).isEmpty();
    }

    @Test
    void aReceiptWithErrorNinePutsTheNumberOnTheListOnce() {
        OutboxSink sink = new OutboxSink(camel);
        sink.queue(List.of(message("d1", FRENCH)));
        sink.receive(new Receipt("REF-OF-d1", "id-1", "rejected", "9", NOW));

        assertThat(shipped.optOuts.learn()).isEqualTo(1);
        assertThat(shipped.optOuts.learn()).isZero();
        assertThat(shipped.policy.refusal(driver(FRENCH))).contains("opted-out");

        shipped.optOuts.remove(shipped.optOuts.list().get(0).numberHash(), "changed his mind", "anne");
        assertThat(shipped.optOuts.learn())
                .as("an old receipt does not put him back")
                .isZero();
        assertThat(shipped.policy.refusal(driver(FRENCH))).isEmpty();
    }

    @Test
    void otherErrorsAreNoWish() {
        OutboxSink sink = new OutboxSink(camel);
        sink.queue(List.of(message("d1", FRENCH)));
        sink.receive(new Receipt("REF-OF-d1", "id-1", "failed", "8", NOW));
        assertThat(shipped.optOuts.learn()).isZero();
    }

    @Test
    void theListHoldsNoNumberAndAnotherKeyIsNoticed() {
        shipped.optOuts.heard("m1", FRENCH, "STOP");
        assertThat(jdbc.queryForList("select * from sms_opt_out").toString())
                .doesNotContain("639980101", "33639", "0639");
        assertThat(shipped.optOuts.lost()).isZero();

        Policies otherKey = new Policies(
                camel, SHELF, new SmsLimits(false, Traffic.MARKETING, Hours.LIVE, "another", Policies.CAPS), CLOCK);
        assertThat(otherKey.policy.refusal(driver(FRENCH))).isEmpty();
        assertThat(otherKey.optOuts.lost()).isEqualTo(1);
    }

    @Test
    void liveMessagesNeedAKeyThatNobodyGuesses() {
        SmsLimits limits = new SmsLimits(true, Traffic.MARKETING, Hours.LIVE, "demo", Policies.CAPS);
        assertThatThrownBy(limits::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("optimizer.sms.number-key");
        assertThat(limits.toString()).doesNotContain("demo");
    }

    @Test
    void marketingWaitsForTheMorningOfItsReceiver() {
        Instant night = Instant.parse("2026-11-23T03:00:00Z");
        assertThat(live().notBefore(FRENCH, night)).isEqualTo("2026-11-23T07:00:00Z");
        assertThat(live().notBefore(IVORIAN, night)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(live().notBefore(FRENCH, Instant.parse("2026-11-11T10:00:00Z")))
                .as("Armistice Day")
                .isEqualTo("2026-11-12T07:00:00Z");
        assertThat(live().notBefore(FRENCH, Instant.parse("2027-03-29T10:00:00Z")))
                .as("Easter Monday")
                .isEqualTo("2027-03-30T06:00:00Z");
        assertThat(live().notBefore(IVORIAN, Instant.parse("2026-11-11T10:00:00Z")))
                .isEqualTo("2026-11-11T10:00:00Z");
    }

    @Test
    void hoursAreNotKeptForAServiceNorAtTheStandIn() {
        Instant night = Instant.parse("2026-11-23T03:00:00Z");
        assertThat(shipped.policy.notBefore(FRENCH, night)).isEqualTo(night);
        SmsLimits service = new SmsLimits(true, Traffic.TRANSACTIONAL, Hours.ALWAYS, "a key of sixteen", Policies.CAPS);
        SmsPolicy policy = new Policies(camel, SHELF, service, CLOCK).policy;
        assertThat(policy.notBefore(FRENCH, night)).isEqualTo(night);
        assertThat(policy.screen(List.of()).stopText(driver(FRENCH))).isEmpty();
    }

    @Test
    void aMarketingTextSaysHowToStopWhereItCanBeAnswered() {
        assertThat(shipped.policy.screen(List.of()).stopText(driver(FRENCH))).isEqualTo("STOP 36180");
        assertThat(shipped.policy.screen(List.of()).stopText(driver(IVORIAN))).isEmpty();
        assertThat(shipped.policy.screen(List.of()).stopText(driver(null))).isEmpty();
    }

    @Test
    void theSwitchIsWhatItWasTurnedToLast() {
        SmsLedgerSink sink = new SmsLedgerSink(camel);
        assertThat(shipped.policy.isStopped()).isFalse();
        sink.turn(new SmsSwitch(true, "wrong week", "anne", NOW));
        assertThat(shipped.policy.isStopped()).isTrue();
        sink.turn(new SmsSwitch(false, "right again", "anne", NOW));
        assertThat(shipped.policy.isStopped()).isFalse();
        assertThat(new SmsLedger(camel).listSwitches(5))
                .extracting(SmsSwitch::reason)
                .containsExactly("right again", "wrong week");
    }

    private static Sms message(String driver, String to) {
        return new Sms(
                0,
                "weekly-score:c1:2026-W47:" + driver,
                "REF-OF-" + driver,
                "c1",
                IsoWeek.parse("2026-W47"),
                driver,
                to,
                "Sem.47",
                Sms.State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "anne",
                NOW);
    }
}

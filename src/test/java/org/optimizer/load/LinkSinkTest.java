package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.DriverLinks;
import org.optimizer.model.DriverLink;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.LinkToken;
import org.optimizer.model.Sms;
import org.optimizer.process.DriverDoor;
import org.optimizer.process.LinkSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@EdgesTest
class LinkSinkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final String BASE = "https://eco.example.com";
    private static final LinkSettings SETTINGS = new LinkSettings(BASE + "/", Duration.ofDays(30));

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void clear() {
        jdbc.update("delete from driver_link");
    }

    private static Sms message(String text) {
        return new Sms(
                1,
                "weekly-score:c1:2026-W47:d1",
                "01JDBBBBBBBBBBBBBBBBBBBBBB",
                "c1",
                WEEK,
                "d1",
                "+33612345678",
                text,
                Sms.State.SENDING,
                1,
                Optional.of("token"),
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                "alice",
                NOW);
    }

    private String issued() {
        Sms sent = new LinkSink(camel, Clock.fixed(NOW, ZoneOffset.UTC))
                .issue(message("Note 14,2. " + LinkToken.blankLink(BASE)));
        return sent.text().substring(("Note 14,2. " + BASE + LinkToken.PATH).length());
    }

    private Optional<DriverLink> open(String token, Instant at) {
        return new DriverDoor(new DriverLinks(camel), SETTINGS, Clock.fixed(at, ZoneOffset.UTC)).open(token);
    }

    @Test
    void aLinkOpensOneDriversWeekUntilItExpires() {
        String token = issued();
        assertThat(open(token, NOW)).contains(new DriverLink("c1", WEEK, "d1", NOW));
        assertThat(open(token, NOW.plus(Duration.ofDays(30)).minusSeconds(1))).isPresent();
        assertThat(open(token, NOW.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void onlyTheHashIsStored() {
        String token = issued();
        List<String> rows = jdbc.queryForList("select * from driver_link").stream()
                .map(Object::toString)
                .toList();
        assertThat(rows)
                .singleElement()
                .asString()
                .contains(LinkToken.hash(token))
                .doesNotContain(token);
        assertThat(open(LinkToken.hash(token).substring(0, 22), NOW)).isEmpty();
    }

    @Test
    void whatWasNeverIssuedOpensNothing() {
        String token = issued();
        String other = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        assertThat(open(other, NOW)).isEmpty();
        assertThat(open("' or ''='", NOW)).isEmpty();
        assertThat(open("", NOW)).isEmpty();
    }

    @Test
    void eachSendingHasALinkOfItsOwn() {
        String first = issued();
        String second = issued();
        assertThat(second).isNotEqualTo(first);
        assertThat(open(first, NOW)).isPresent();
        assertThat(open(second, NOW)).isPresent();
    }

    @Test
    void aMessageWithoutABlankLeavesAsItIs() {
        Sms message = message("Note 14,2. https://eco.example.com/m/");
        assertThat(new LinkSink(camel, Clock.fixed(NOW, ZoneOffset.UTC)).issue(message))
                .isSameAs(message);
        assertThat(jdbc.queryForObject("select count(*) from driver_link", Integer.class))
                .isZero();
    }
}

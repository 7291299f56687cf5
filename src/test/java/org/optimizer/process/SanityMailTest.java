package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.load.Mailer;
import org.optimizer.model.Language;
import org.optimizer.model.Mail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Mails to a real SMTP server of this JVM: what they say, that each leaves at most once, and that none holds anything up. */
@EdgesTest
class SanityMailTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final String WEEK = MONDAY + "/" + MONDAY.plusDays(6);
    private static final SanitySettings FRENCH =
            new SanitySettings(List.of("office@example.org", "boss@example.org"), "optimizer@example.org", Language.FR);

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private CheckedSite site;

    @BeforeEach
    void aTruckThatSentNothing() {
        server.start();
        site = site(FRENCH);
        site.clear();
        site.found(3, MONDAY);
        site.drive(3, MONDAY);
        site.drive(3, MONDAY.minusWeeks(1));
        site.fetched(3, MONDAY.minusWeeks(1), MONDAY.plusDays(6));
        lose(CheckedSite.truck(1));
    }

    private void lose(String truck) {
        for (String table : List.of("trip", "trace_day", "day_facts", "zone_visit")) {
            jdbc.update("delete from " + table + " where vehicle_id = ? and site_day >= ?", truck, MONDAY);
        }
    }

    private CheckedSite site(SanitySettings settings) {
        CheckedSite made = new CheckedSite(camel, jdbc, transactions, Optional.of(mailer()), settings);
        made.clock.now = Instant.parse("2026-11-23T04:00:00Z");
        return made;
    }

    private Mailer mailer() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return new Mailer(sender);
    }

    @AfterEach
    void stop() {
        site.clear();
        server.stop();
    }

    private List<Mail> mails() {
        return site.ledger.listMails(CheckedSite.SITE, 9);
    }

    @Test
    void whatIsNewIsToldOnceToEverybody() throws MessagingException, IOException {
        site.check.check("all", WEEK);
        assertThat(site.check.mailFindings()).isEqualTo(1);

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).as("one for each of two").hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Données de Quarry <1>\u00a0: 1 nouveau constat");
        assertThat(received[0].getAllRecipients()).hasSize(2);
        String body = text(received[0]);
        assertThat(body)
                .contains("* T001 (grave): rien reçu depuis", "chargeur")
                .contains("<td>T001</td>", "Quarry &lt;1&gt;")
                .doesNotContain("+33");

        site.clock.now = Instant.parse("2026-11-23T09:00:00Z");
        site.check.check("all", WEEK);
        assertThat(site.check.mailFindings()).as("nothing is new").isZero();
        assertThat(mails()).extracting(Mail::state).containsExactly(Mail.State.SENT);
    }

    /** Both bodies, decoded. */
    private static String text(MimeMessage message) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        collect(message.getContent(), text);
        return text.toString();
    }

    private static void collect(Object content, StringBuilder text) throws MessagingException, IOException {
        if (content instanceof jakarta.mail.Multipart parts) {
            for (int part = 0; part < parts.getCount(); part++) {
                collect(parts.getBodyPart(part).getContent(), text);
            }
        } else {
            text.append(content).append('\n');
        }
    }

    @Test
    void inEnglishToThoseWhoReadIt() throws MessagingException {
        site = site(new SanitySettings(List.of("office@example.org"), "optimizer@example.org", Language.EN));
        site.check.check("all", WEEK);
        site.check.mailFindings();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Data of Quarry <1>: 1 new finding");
    }

    @Test
    void whatIsKnownAlreadyOrOnlyToKnowIsNoReasonForAMail() {
        site.check.check("all", WEEK);
        site.check.mailFindings();
        server.reset();
        jdbc.update("delete from zone_visit where driver_id = ?", CheckedSite.driver(2)); // five days: to know
        jdbc.update("update zone_visit set driver_id = null where vehicle_id = ?", CheckedSite.truck(2));
        site.clock.now = Instant.parse("2026-11-23T09:00:00Z");
        site.check.check("all", WEEK);
        assertThat(site.check.mailFindings()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayFailsNothingAndIsShown() {
        server.stop();
        site.check.check("all", WEEK);
        assertThat(site.check.mailFindings()).isZero();
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(Mail.State.FAILED);
            assertThat(mail.failure()).hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1"));
        });
        assertThat(site.check.mailFindings())
                .as("a mail that failed is not tried again")
                .isZero();
    }

    @Test
    void aMailThatWasClaimedBeforeACrashIsNeverSentAgain() {
        site.check.check("all", WEEK);
        jdbc.update("update mail_outbox set state = 'SENDING'");
        assertThat(site.check.mailFindings()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mails()).extracting(Mail::state).containsExactly(Mail.State.SENDING);
    }

    /** Why it is claimed: a sender that only looks what waits tells twice after a crash between the two. */
    @Test
    void withoutTheClaimTheSameMailLeavesTwice() {
        site.check.check("all", WEEK);
        site.check.mailFindings();
        jdbc.update("update mail_outbox set state = 'READY'"); // as if the end had never been written
        site.check.mailFindings();
        assertThat(server.getReceivedMessages()).hasSize(4);
    }

    @Test
    void beforeAReviewThePeopleAreToldToo() {
        site.check.checkBeforeReview(CheckedSite.CONTEST, "2026-W47");
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void withoutAServerOrARecipientNoMailIsQueued() {
        site = new CheckedSite(camel, jdbc, transactions, Optional.empty(), FRENCH);
        site.clock.now = Instant.parse("2026-11-23T04:00:00Z");
        site.check.check("all", WEEK);
        assertThat(site.mail.isOn()).isFalse();
        assertThat(mails()).isEmpty();
        CheckedSite nobody = site(new SanitySettings(List.of(), "x@example.org", Language.FR));
        assertThat(nobody.mail.isOn()).isFalse();
    }

    @Test
    void anAddressThatIsNoneIsSaidInWords() {
        site = site(new SanitySettings(List.of("no address"), "optimizer@example.org", Language.FR));
        site.check.check("all", WEEK);
        assertThat(site.check.mailFindings()).isZero();
        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail.failure())
                .hasValueSatisfying(why -> assertThat(why).contains("optimizer.sanity.mail-to")));
    }
}

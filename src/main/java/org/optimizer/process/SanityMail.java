package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.SanityLedger;
import org.optimizer.extract.SanityLedger.Seen;
import org.optimizer.load.Mailer;
import org.optimizer.load.SanitySink;
import org.optimizer.model.Mail;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityRun;
import org.optimizer.model.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells people by mail what a check found, at most once: a mail is claimed for good before it is sent. That one cannot be sent
 * fails nothing; the page shows it.
 */
public class SanityMail {
    private static final Logger LOG = LoggerFactory.getLogger(SanityMail.class);

    private final SanityNames names;
    private final SanityLedger ledger;
    private final SanitySink sink;
    private final Optional<Mailer> mailer;
    private final SanitySettings settings;
    private final MessageSource messages;
    private final TransactionOperations apart;
    private final Clock clock;

    /**
     * @param mailer empty where no SMTP server is set
     * @param apart a transaction of its own, whatever the caller is in
     */
    public SanityMail(
            SanityNames names,
            SanityLedger ledger,
            SanitySink sink,
            Optional<Mailer> mailer,
            SanitySettings settings,
            MessageSource messages,
            TransactionOperations apart,
            Clock clock) {
        this.names = names;
        this.ledger = ledger;
        this.sink = sink;
        this.mailer = mailer;
        this.settings = settings;
        this.messages = messages;
        this.apart = apart;
        this.clock = clock;
    }

    /** Whether there is a server to send by and somebody to send to. */
    public boolean isOn() {
        return mailer.isPresent() && !settings.mailTo().isEmpty();
    }

    /** Puts a mail about a check into the outbox, in the caller's transaction. */
    void queue(SanityRun run, Instant now) {
        if (isOn()) {
            sink.queueMail(run, now);
        }
    }

    /** Sends what waits. @return how many mails were sent */
    int send() {
        return isOn()
                ? (int) ledger.listReadyMails().stream().filter(this::send).count()
                : 0;
    }

    private boolean send(Mail mail) {
        if (!Boolean.TRUE.equals(apart.execute(status -> sink.claimMail(mail.id(), clock.instant())))) {
            return false;
        }
        Optional<String> failure = attempt(mail);
        apart.executeWithoutResult(status -> sink.endMail(mail.id(), failure, clock.instant()));
        return failure.isEmpty();
    }

    private Optional<String> attempt(Mail mail) {
        try {
            Letter letter = letter(mail);
            mailer.orElseThrow().send(settings.mailFrom(), settings.mailTo(), letter.subject, letter.text, letter.html);
            return Optional.empty();
        } catch (RuntimeException failure) {
            // a mail is no reason to hold up a process: whoever looks at the page sees that it did not leave
            LOG.warn("mail {} about the data of site {} was not sent: {}", mail.id(), mail.siteId(), reason(failure));
            return Optional.of(reason(failure));
        }
    }

    /** The server's own words; what wraps them says them twice. */
    private static String reason(RuntimeException failure) {
        boolean wrapped = failure instanceof MailException && failure.getCause() != null;
        return String.valueOf((wrapped ? failure.getCause() : failure).getMessage());
    }

    private record Letter(String subject, String text, String html) {}

    private Letter letter(Mail mail) {
        Site site = names.site(mail.siteId());
        Map<String, String> called = names.of(mail.siteId());
        Locale locale = Locale.forLanguageTag(settings.language().name().toLowerCase(Locale.ROOT));
        SanityWords words = new SanityWords(messages, locale);
        List<Seen> seen = ledger.listSeen(mail.runId()).stream()
                .filter(each -> each.finding().severity().needsSomebody())
                .sorted(Comparator.comparing((Seen each) -> !each.fresh())
                        .thenComparing(each -> each.finding().severity(), Comparator.reverseOrder()))
                .toList();
        long fresh = seen.stream().filter(Seen::fresh).count();
        String intro = words.text("sanity.mail.intro", site.name(), fresh, seen.size());
        return new Letter(
                words.text("sanity.mail.subject", site.name(), fresh),
                text(intro, seen, words, called, site),
                html(intro, seen, words, called, site));
    }

    private static String text(
            String intro, List<Seen> seen, SanityWords words, Map<String, String> called, Site site) {
        StringBuilder text = new StringBuilder(intro).append("\n\n");
        for (Seen each : seen) {
            SanityFinding finding = each.finding();
            text.append(each.fresh() ? "* " : "- ")
                    .append(words.name(finding, called))
                    .append(" (")
                    .append(words.severity(finding))
                    .append("): ")
                    .append(words.found(finding, site.zone()))
                    .append("\n  ")
                    .append(words.action(finding))
                    .append('\n');
        }
        return text.append('\n')
                .append(words.text("sanity.mail.end"))
                .append('\n')
                .toString();
    }

    private static String html(
            String intro, List<Seen> seen, SanityWords words, Map<String, String> called, Site site) {
        StringBuilder rows = new StringBuilder();
        for (Seen each : seen) {
            SanityFinding finding = each.finding();
            rows.append("<tr>")
                    .append(cell(each.fresh() ? words.text("sanity.new") : ""))
                    .append(cell(words.severity(finding)))
                    .append(cell(words.name(finding, called)))
                    .append(cell(words.found(finding, site.zone())))
                    .append(cell(words.action(finding)))
                    .append("</tr>\n");
        }
        return "<p>" + HtmlUtils.htmlEscape(intro) + "</p>\n<table>\n" + rows + "</table>\n<p>"
                + HtmlUtils.htmlEscape(words.text("sanity.mail.end")) + "</p>\n";
    }

    private static String cell(String text) {
        return "<td>" + HtmlUtils.htmlEscape(text) + "</td>";
    }
}

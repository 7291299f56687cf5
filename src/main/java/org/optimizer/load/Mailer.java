package org.optimizer.load;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends mails by SMTP. */
public class Mailer {
    private final JavaMailSender sender;

    public Mailer(JavaMailSender sender) {
        this.sender = sender;
    }

    /**
     * Sends one mail with the same contents as plain text and as HTML.
     *
     * @throws org.springframework.mail.MailException when the server refuses it or does not answer; it may have left all the same
     */
    public void send(String from, List<String> to, String subject, String text, String html) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(from);
            mail.setTo(to.toArray(String[]::new));
            mail.setSubject(subject);
            mail.setText(text, html);
        } catch (MessagingException wrong) {
            throw new IllegalArgumentException(
                    "mail from \"" + from + "\" to " + to
                            + ": expected addresses such as office@example.org, found: " + wrong.getMessage()
                            + "; correct optimizer.sanity.mail-from or optimizer.sanity.mail-to",
                    wrong);
        }
        sender.send(message);
    }
}

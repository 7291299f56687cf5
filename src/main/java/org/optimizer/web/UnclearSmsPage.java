package org.optimizer.web;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.optimizer.model.SmsAttempt;
import org.optimizer.model.SmsGuard;
import org.optimizer.model.SmsReceipt;
import org.optimizer.process.UnclearSms.Unclear;

/** The page on unclear messages, in words. */
record UnclearSmsPage(List<Card> cards, Optional<Pause> pause, Optional<String> lifted) {

    /**
     * A message of which nobody knows whether it was sent.
     *
     * @param text what the driver would read
     * @param known what is known of it, a line each
     */
    record Card(
            long id, String driver, String week, String contest, String text, List<String> known, boolean isAsked) {}

    /** @param canBeLifted false for a database that must not be trusted with claims at all */
    record Pause(String why, boolean canBeLifted) {}

    static UnclearSmsPage of(List<Unclear> unclear, SmsGuard guard, Optional<String> whyPaused, Words say) {
        return new UnclearSmsPage(
                unclear.stream().map(one -> card(one, say)).toList(),
                whyPaused.map(why -> new Pause(
                        say.text("unclear.pause." + why), guard.pausedAt().isPresent())),
                guard.liftedBy()
                        .map(by -> say.text(
                                "unclear.lifted-by",
                                by,
                                guard.liftedAt()
                                        .map(at -> say.moment(at, ZoneOffset.UTC))
                                        .orElse(""))));
    }

    private static Card card(Unclear one, Words say) {
        List<String> attempts =
                one.attempts().stream().map(attempt -> attempt(attempt, say)).toList();
        List<String> receipts =
                one.receipts().stream().map(receipt -> receipt(receipt, say)).toList();
        return new Card(
                one.message().id(),
                one.message().driverId(),
                one.message().week().toString(),
                one.message().contestId(),
                one.message().text(),
                Stream.of(
                                attempts,
                                one.message().providerStatus().stream()
                                        .filter(status -> !status.startsWith("HTTP "))
                                        .toList(),
                                receipts.isEmpty() ? List.of(say.text("unclear.no-receipt")) : receipts)
                        .flatMap(List::stream)
                        .toList(),
                one.task().isPresent());
    }

    private static String attempt(SmsAttempt attempt, Words say) {
        return say.text("unclear.attempt", attempt.attemptNo(), say.moment(attempt.startedAt(), ZoneOffset.UTC))
                + attempt.httpStatus()
                        .filter(status -> status > 0)
                        .map(status -> ", HTTP " + status)
                        .orElse("");
    }

    private static String receipt(SmsReceipt receipt, Words say) {
        return say.text(
                "unclear.receipt",
                receipt.status(),
                receipt.errorCode(),
                say.moment(receipt.receivedAt(), ZoneOffset.UTC));
    }
}

package org.optimizer.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.optimizer.model.Sms;
import org.optimizer.process.SmsPolicy;

/**
 * What has become of a week's SMS; telephone numbers are masked.
 *
 * @param moving whether some are still on their way, so that looking again is worth it
 */
record MessagesView(List<Count> counts, List<Row> rows, boolean moving) {
    private static final Set<Sms.State> MOVING = EnumSet.of(Sms.State.READY, Sms.State.SENDING, Sms.State.ACCEPTED);

    record Count(String state, String look, int number) {}

    record Row(String driver, String phone, String state, String look, int attempts, String said) {}

    /** @param names by driver id */
    static MessagesView of(List<Sms> messages, Map<String, String> names, Words say) {
        Map<Sms.State, Integer> counts = new EnumMap<>(Sms.State.class);
        messages.forEach(message -> counts.merge(message.state(), 1, Integer::sum));
        return new MessagesView(
                counts.entrySet().stream()
                        .map(count -> new Count(word(count.getKey(), say), look(count.getKey()), count.getValue()))
                        .toList(),
                messages.stream()
                        .map(message -> row(message, names, say))
                        .sorted(Comparator.comparing(Row::driver, say.alphabet()))
                        .toList(),
                counts.keySet().stream().anyMatch(MOVING::contains));
    }

    private static Row row(Sms message, Map<String, String> names, Words say) {
        return new Row(
                names.getOrDefault(message.driverId(), message.driverId()),
                say.masked(message.to()),
                withheld(message).isPresent() ? say.text("sms.state.withheld") : word(message.state(), say),
                look(message.state()),
                message.attemptNo(),
                withheld(message)
                        .map(say::noMessage)
                        .orElse(message.providerStatus().orElse("")));
    }

    /** Why our own rules did not let it leave. */
    private static Optional<String> withheld(Sms message) {
        return message.providerStatus()
                .filter(status -> message.state() == Sms.State.REJECTED && status.startsWith(SmsPolicy.WITHHELD))
                .map(status -> status.substring(SmsPolicy.WITHHELD.length()));
    }

    private static String word(Sms.State state, Words say) {
        return say.text("sms.state." + state.name().toLowerCase(Locale.ROOT));
    }

    private static String look(Sms.State state) {
        return switch (state) {
            case READY, SENDING -> "running";
            case ACCEPTED -> "sent";
            case DELIVERED -> "closed";
            case UNDELIVERED, EXPIRED, REJECTED -> "wrong";
            case AMBIGUOUS -> "review";
            case ABANDONED -> "off";
        };
    }
}

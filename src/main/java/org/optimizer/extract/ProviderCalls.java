package org.optimizer.extract;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Single calls to MyCarTracks: in their turn, within their limits, with a token that is replaced once when it is refused. */
final class ProviderCalls {
    /** How often a provider that asks to wait is asked again on the spot. */
    private static final int AGAIN = 2;

    private final ProducerTemplate camel;
    private final TracksSettings settings;
    private final AccessTokens tokens;
    private final Turns turns;

    ProviderCalls(ProducerTemplate camel, TracksSettings settings, Clock clock, Turns.Sleep sleep) {
        this.camel = camel;
        this.settings = settings;
        this.turns = new Turns(clock, sleep, settings.callsPerSecond(), settings.retryWithin());
        this.tokens = new AccessTokens(this, settings, clock);
    }

    /**
     * Until when all calls for one vehicle have to be over.
     *
     * @param vehicle empty for what every vehicle depends on
     */
    record Errand(String vehicle, long deadlineNanos) {}

    Errand errand(String vehicle) {
        return new Errand(vehicle, System.nanoTime() + settings.vehicleWithin().toNanos());
    }

    Instant notBefore() {
        return turns.notBefore();
    }

    /** @param call such as {@code GET /tracks}, for those who read what went wrong */
    void get(Errand errand, String route, String call, Map<String, Object> variables, AnswerReading reading) {
        String token = tokens.get();
        try {
            send(errand, route, call, "", withToken(variables, token), reading);
        } catch (ProviderException refused) {
            if (refused.status() != 401) {
                throw refused;
            }
            // it may have ended early; a 401 comes before any row
            tokens.drop(token);
            sendWithNewToken(errand, route, call, variables, reading);
        }
    }

    /** One that is refused at once concerns every vehicle. */
    private void sendWithNewToken(
            Errand errand, String route, String call, Map<String, Object> variables, AnswerReading reading) {
        try {
            send(errand, route, call, "", withToken(variables, tokens.get()), reading);
        } catch (ProviderException refused) {
            throw refused.status() == 401 ? refused.ofAll() : refused;
        }
    }

    private static Map<String, Object> withToken(Map<String, Object> variables, String token) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("token", token);
        return all;
    }

    void token(String form, String authorization, AnswerReading reading) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("authorization", authorization);
        send(errand(Turns.ALL), "fetch-token", "POST token", form, variables, reading);
    }

    /** Asked again when the provider asks to wait a little: such an answer comes before any row. */
    private void send(
            Errand errand,
            String route,
            String call,
            String body,
            Map<String, Object> variables,
            AnswerReading reading) {
        for (int attempt = 0; ; attempt++) {
            turns.await(errand.vehicle, call);
            Exchange answer = exchange(route, body, variables, reading, limits(errand, call));
            Optional<Instant> until = askAgainAt(answer);
            if (until.isEmpty()) {
                check(answer, call);
                return;
            }
            if (!turns.refused(errand.vehicle, until.get()) || attempt == AGAIN) {
                throw ProviderException.busy(call, answer.getVariable("status", Integer.class), until.get());
            }
        }
    }

    private AnswerLimits limits(Errand errand, String call) {
        long callEnds = System.nanoTime() + settings.callWithin().toNanos();
        long largest = (long) settings.largestAnswerMb() << 20;
        AnswerLimits limits = callEnds - errand.deadlineNanos < 0
                ? new AnswerLimits(call, largest, callEnds, settings.callWithin(), "call-within")
                : new AnswerLimits(call, largest, errand.deadlineNanos, settings.vehicleWithin(), "vehicle-within");
        limits.checkTime();
        return limits;
    }

    private Exchange exchange(
            String route, String body, Map<String, Object> variables, AnswerReading reading, AnswerLimits limits) {
        return camel.send("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.setVariable("reading", reading);
            exchange.setVariable("limits", limits);
            variables.forEach(exchange::setVariable);
        });
    }

    private Optional<Instant> askAgainAt(Exchange answer) {
        Integer status = answer.getVariable("status", Integer.class);
        String retryAfter = answer.getVariable("retryAfter", String.class);
        boolean isBusy = status != null && (status == 429 || status == 503) && retryAfter != null;
        return isBusy ? turns.until(retryAfter) : Optional.empty();
    }

    private void check(Exchange answer, String call) {
        Exception failure = answer.getException();
        if (failure == null) {
            return;
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        answer.getVariable("limits", AnswerLimits.class).checkTime();
        throw ProviderException.silent(call, failure);
    }
}

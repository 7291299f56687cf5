package org.optimizer.load;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.optimizer.model.GsmAlphabet;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;

/** Hands one message to the SMS provider (Nexmo SMS API, or Vonage Messages API), once; whoever calls it has claimed the message before. */
public class SmsGateway {
    /** All of a call, from connecting to the last byte of the answer. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);
    /** A sender that slept longer (a full garbage collection, a suspended machine) may not be the only one any more. */
    private static final Duration OLDEST_CLAIM = Duration.ofSeconds(20);

    /** What ends a call before the first byte of the request has left. */
    private static final List<Class<? extends Exception>> NOTHING_LEFT = List.of(
            UnknownHostException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private final ProducerTemplate camel;
    private final SmsSettings settings;
    private final BinaryOperator<String> sender;
    private final Clock clock;
    private final Duration longestCall;
    private final Optional<ApplicationToken> token;
    private final LinkSink links;

    /**
     * @param sender gives the sender for a receiver's number and the sender of the settings
     * @throws IllegalStateException when messages would leave this machine although the mode is not {@code live}
     */
    public SmsGateway(ProducerTemplate camel, SmsSettings settings, BinaryOperator<String> sender, Clock clock) {
        this(camel, settings, sender, clock, LONGEST_CALL);
    }

    SmsGateway(
            ProducerTemplate camel,
            SmsSettings settings,
            BinaryOperator<String> sender,
            Clock clock,
            Duration longestCall) {
        settings.check();
        this.camel = camel;
        this.settings = settings;
        this.sender = sender;
        this.clock = clock;
        this.longestCall = longestCall;
        this.token = ApplicationToken.of(settings);
        this.links = new LinkSink(camel, clock);
    }

    /** Waits until the provider may be called again; to be called before a message is claimed, so that claims stay short. */
    public void awaitTurn() {
        Call.route(camel, "await-sms-turn", null);
    }

    /** Never throws for what the provider or the network does: that is an outcome. */
    public SendOutcome send(Sms claimed) {
        if (isTooOld(claimed)) {
            return new SendOutcome(
                    Sms.State.READY, "", "not sent: the claim is older than " + OLDEST_CLAIM.toSeconds() + " s", 0);
        }
        Sms message = links.issue(claimed);
        String route = settings.isMessagesApi() ? "direct:send-vonage-message" : "direct:send-sms";
        String body = settings.isMessagesApi() ? VonageMessage.json(message, settings) : form(message);
        String authorization = authorization();
        return outcome(camel.asyncSend(route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.setVariable("authorization", authorization);
        }));
    }

    /** Empty for a call that is signed: the provider refuses one that is both. */
    private String authorization() {
        if (settings.isMessagesApi() && !settings.applicationId().isEmpty()) {
            return "Bearer " + token.orElseThrow().of(clock.instant());
        }
        return settings.isSigned() && !settings.isMessagesApi() ? "" : basic();
    }

    private String basic() {
        String key = settings.apiKey() + ":" + settings.apiSecret();
        return "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isTooOld(Sms message) {
        return message.claimedAt()
                .map(at -> Duration.between(at, clock.instant()).compareTo(OLDEST_CLAIM) > 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "message " + message.dedupKey() + ": expected one that is claimed, found " + message.state()));
    }

    private String form(Sms message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", sender.apply(message.to(), settings.from()));
        fields.put("to", message.to().replaceFirst("^\\+", ""));
        fields.put("text", message.text());
        fields.put("type", GsmAlphabet.covers(message.text()) ? "text" : "unicode");
        fields.put("client-ref", message.clientRef());
        fields.put("status-report-req", "1");
        fields.put("callback", settings.callbackUrl());
        fields.values().removeIf(String::isEmpty);
        if (settings.isSigned()) {
            fields.put("api_key", settings.apiKey());
            fields.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
            fields.put("sig", NexmoSignature.of(fields, settings.signatureSecret()));
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private SendOutcome outcome(CompletableFuture<Exchange> call) {
        try {
            return outcome(call.get(longestCall.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException cause) {
            return unclear("no answer within " + longestCall.toMillis() + " ms");
        } catch (ExecutionException cause) {
            return outcome(cause.getCause());
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            return unclear("interrupted while waiting for the answer");
        }
    }

    private static SendOutcome outcome(Exchange answer) {
        return answer.getException() == null
                ? answer.getMessage().getBody(SendOutcome.class)
                : outcome(answer.getException());
    }

    /** The message of an exception may name the address asked, never what was sent. */
    private static SendOutcome outcome(Throwable failure) {
        boolean nothingLeft = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> NOTHING_LEFT.stream().anyMatch(type -> type.isInstance(cause)));
        String found = failure.getClass().getSimpleName();
        return nothingLeft
                ? new SendOutcome(Sms.State.READY, "", "not sent, no connection: " + found, 0)
                : unclear("no answer: " + found);
    }

    private static SendOutcome unclear(String detail) {
        return new SendOutcome(Sms.State.AMBIGUOUS, "", detail, 0);
    }
}

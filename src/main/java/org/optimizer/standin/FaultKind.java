package org.optimizer.standin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be made to go wrong on demand; {@link #code()} is the word that {@code POST /faults} takes. */
enum FaultKind {
    /** The message is accepted, and the caller never gets an answer. */
    SMS_TIMEOUT_AFTER_ACCEPT("SMS accepté, réponse perdue"),
    /** Status 1, nothing accepted. */
    SMS_THROTTLE("SMS refusé : débit dépassé"),
    /** HTTP 503, nothing accepted. */
    SMS_5XX("fournisseur SMS en panne (503)"),
    /** HTTP 200 with a page instead of JSON, nothing accepted. */
    SMS_GARBAGE("réponse SMS illisible"),
    /** Status 6, nothing accepted. */
    SMS_BAD_NUMBER("SMS refusé : numéro invalide"),
    /** Status 9, nothing accepted. */
    SMS_NO_CREDIT("SMS refusé : crédit épuisé"),
    /** The receipt says "failed". */
    RECEIPT_FAILED("accusé de réception : échec"),
    /** Each receipt comes twice. */
    RECEIPT_TWICE("accusés de réception en double"),
    /** HTTP 503 with Retry-After on every call for traces. */
    TRACKS_503("fournisseur de traces en panne (503)"),
    /** HTTP 200 with half a JSON text. */
    TRACKS_GARBAGE("réponse de traces illisible"),
    /** Track points end in the middle of the answer. */
    TRACKS_CUT("points coupés au milieu"),
    /** HTTP 401: the token is forgotten before its time. */
    TOKEN_EXPIRED("jeton expiré"),
    /** Every answer waits. */
    SLOW("réponses lentes");

    private final String label;

    FaultKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Call.BadCall(
                        "fault \"" + code + "\": expected one of "
                                + Arrays.stream(values()).map(FaultKind::code).collect(Collectors.joining(", ")),
                        null));
    }
}

package org.optimizer.standin;

import java.util.Locale;
import java.util.Set;

/** What can be made to go wrong on demand, and at which desks. */
enum FaultKind {
    /** HTTP 503 without a word on when to come again. */
    UNAVAILABLE("503", "en panne (503)", "out of service (503)", Desks.PULLED),
    /** HTTP 503 with {@code Retry-After}: the order's milliseconds, in seconds. */
    UNAVAILABLE_WAIT(
            "503-wait", "en panne (503), dit quand revenir", "out of service (503) with Retry-After", Desks.PULLED),
    THROTTLED("429", "trop d'appels (429)", "too many calls (429)", Desks.PULLED),
    THROTTLED_WAIT(
            "429-wait",
            "trop d'appels (429), dit quand revenir",
            "too many calls (429) with Retry-After",
            Desks.PULLED),
    BROKEN("500", "erreur interne (500)", "internal error (500)", Desks.PULLED),
    /** HTTP 401: the token is forgotten before its time. */
    TOKEN_EXPIRED(Desk.TRACKS, "jeton expiré (401)", "expired token (401)"),
    /** HTTP 401 at the token endpoint. */
    TOKEN_REFUSED(Desk.TRACKS, "identifiants refusés (401)", "credentials refused (401)"),
    UNAUTHORIZED("401", "clé refusée (401)", "key refused (401)", Set.of(Desk.SCORES, Desk.TRACCAR)),
    /** The answer begins after the order's milliseconds. */
    SLOW("slow", "réponses lentes", "slow answers", Desks.ALL),
    /** Status and headers come, then nothing. */
    HANG("hang", "se tait après les en-têtes", "silent after the headers", Desks.PULLED),
    SILENT("silent", "ne répond jamais", "never answers", Desks.PULLED),
    /** A blank every half a second. */
    TRICKLE("trickle", "répond au goutte-à-goutte", "answers drop by drop", Desks.PULLED),
    /** HTTP 200 with half a JSON text. */
    GARBAGE("garbage", "réponse illisible", "unreadable answer", Desks.PULLED),
    /** The answer ends in its middle. */
    CUT("cut", "réponse coupée au milieu", "answer cut off in the middle", Desks.PULLED),
    /** Fifty megabytes of correct JSON. */
    HUGE("huge", "réponse de 50 Mo", "answer of 50 MB", Desks.PULLED),
    /** A megabyte that unpacks to a gigabyte. */
    BOMB("gzip-bomb", "bombe gzip (1 Go)", "gzip bomb (1 GB)", Desks.PULLED),
    /** As if there were nothing. */
    EMPTY("empty", "page vide", "empty page", Desks.PULLED),
    /** The same full page whichever is asked for. */
    REPEAT("repeat", "la même page sans fin", "the same page for ever", Set.of(Desk.TRACKS, Desk.SCORES)),
    /** A full page whichever is asked for, with new ids each time. */
    ENDLESS("endless", "points : des pages sans fin", "points: pages without end", Set.of(Desk.TRACKS)),
    /** Numbers that are ids come as texts. */
    TEXT_IDS("text-ids", "identifiants en texte", "ids as text", Set.of(Desk.TRACKS, Desk.GLOBO, Desk.TRACCAR)),
    /** Recordings appear a day later than they would; lasts until healed. */
    LATE("late", "trajets visibles un jour plus tard", "tracks appear a day later", Desks.POINTS),
    TWICE("twice", "points en double", "points twice", Desks.POINTS),
    SHUFFLED("shuffled", "points dans le désordre", "points out of order", Desks.POINTS),
    /** Of each half an hour, five minutes are missing. */
    GAPS("gaps", "points : trous de 5 minutes", "points: gaps of 5 minutes", Desks.POINTS),
    /** Every 500th point is 40 km to the north. */
    TELEPORTS("teleports", "points : sauts de 40 km", "points: jumps of 40 km", Desks.POINTS),
    /** Every 200th point is at 0° 0°. */
    NOWHERE("nowhere", "points à 0° / 0°", "points at 0° / 0°", Desks.POINTS),
    /** Every 300th point has 900 km/h. */
    WILD_SPEEDS("wild-speeds", "points à 900 km/h", "points at 900 km/h", Desks.POINTS),
    /** The second half of a recording is an hour ahead. */
    CLOCK_AHEAD("clock-ahead", "horloge qui avance d'une heure", "clock steps ahead by an hour", Desks.POINTS),
    /** Every 100th point is of January 1970. */
    YEAR_1970("1970", "points datés de 1970", "points of 1970", Desks.POINTS),
    /** Every 100th point is at the end of unsigned 32 bit seconds. */
    YEAR_2106("2106", "points datés de 2106", "points of 2106", Desks.POINTS),
    MPS("mps", "vitesse en m/s", "speed in m/s", Desks.POINTS),
    KNOTS("knots", "vitesse en nœuds", "speed in knots", Set.of(Desk.TRACKS)),
    KMH("kmh", "vitesse en km/h", "speed in km/h", Set.of(Desk.TRACCAR)),
    /** Twenty minutes in the middle of a recording are marked as private, with their places. */
    PRIVATE("private", "20 minutes en mode privé", "20 minutes in private mode", Set.of(Desk.TRACKS)),
    /** Every 50th position says itself that it is not valid. */
    INVALID("invalid", "positions « valid : false »", "positions with valid: false", Set.of(Desk.TRACCAR)),

    /** HTTP 200 with an error in the body. */
    GLOBO_ERROR(Desk.GLOBO, "apikey invalide", "apikey refused"),
    GLOBO_ODO_ZERO(Desk.GLOBO, "distance nulle (odo = 0)", "no distance (odo = 0)"),
    /** Refuses what 2019's client sent. */
    GLOBO_ARRAY_ONLY(Desk.GLOBO, "n'accepte « ids » qu'en liste", "takes ids as an array only"),
    GLOBO_TEXT_ONLY(Desk.GLOBO, "n'accepte « ids » qu'en texte", "takes ids as text only"),

    /** HTTP 409. */
    SCORES_NOT_CLOSED(Desk.SCORES, "période pas encore close (409)", "period not closed (409)"),
    SCORES_INCOMPLETE(Desk.SCORES, "notes provisoires", "scores not complete"),
    /** From 0 to 100 instead of 0 to 10. */
    SCORES_PERCENT(Desk.SCORES, "notes sur 100", "scores out of 100"),
    /** Every score is half a mark lower than before. */
    SCORES_REPUBLISHED(Desk.SCORES, "notes publiées à nouveau, plus basses", "scores published again, lower"),
    SCORES_NO_DISTANCE(Desk.SCORES, "sans distance", "without distance"),

    PUSH_TWICE(Desk.PUSH, "chaque envoi deux fois", "every push twice"),
    PUSH_SHUFFLED(Desk.PUSH, "dans le désordre", "out of order"),
    /** A key or signature that is not the right one. */
    PUSH_FORGED(Desk.PUSH, "signature fausse", "forged signature"),
    PUSH_UNKNOWN_VEHICLE(Desk.PUSH, "véhicule inconnu", "unknown vehicle"),
    /** Types, times and values that are none. */
    PUSH_BAD_ROWS(Desk.PUSH, "un événement sur cinq illisible", "every fifth event unreadable"),

    /** The message is accepted, and the caller never gets an answer. */
    SMS_TIMEOUT_AFTER_ACCEPT(Desk.SMS, "accepté, réponse perdue", "accepted, answer lost"),
    /** Status 1, nothing accepted. */
    SMS_THROTTLE(Desk.SMS, "refusé : débit dépassé", "refused: throughput exceeded"),
    /** HTTP 503, nothing accepted. */
    SMS_5XX(Desk.SMS, "en panne (503)", "out of service (503)"),
    /** HTTP 200 with a page instead of JSON, nothing accepted. */
    SMS_GARBAGE(Desk.SMS, "réponse illisible", "unreadable answer"),
    /** Status 6, nothing accepted. */
    SMS_BAD_NUMBER(Desk.SMS, "refusé : numéro invalide", "refused: invalid number"),
    /** Status 9, nothing accepted. */
    SMS_NO_CREDIT(Desk.SMS, "refusé : crédit épuisé", "refused: no credit"),
    /** The receipt says "failed". */
    RECEIPT_FAILED(Desk.SMS, "accusé de réception : échec", "receipt: failed"),
    /** Each receipt comes twice. */
    RECEIPT_TWICE(Desk.SMS, "accusés de réception en double", "receipts twice"),
    /** As a query instead of a form. */
    RECEIPT_AS_QUERY(Desk.SMS, "accusés de réception en GET", "receipts as GET"),
    RECEIPT_AS_JSON(Desk.SMS, "accusés de réception en JSON", "receipts as JSON"),
    /** The receipt comes after the order's milliseconds: one of two parts overtakes the other. */
    RECEIPT_LATE(Desk.SMS, "accusés de réception en retard", "receipts late"),
    /** Before the receipt comes another one, by somebody who does not know the secret, that says "failed". */
    RECEIPT_FORGED(Desk.SMS, "faux accusés de réception en plus", "forged receipts besides"),
    /** The recipient answers STOP. */
    SMS_STOP(Desk.SMS, "le conducteur répond STOP", "the driver answers STOP");

    private final String word;
    private final String french;
    private final String english;
    private final Set<Desk> desks;

    /** A kind that several desks share. */
    FaultKind(String word, String french, String english, Set<Desk> desks) {
        this.word = word;
        this.french = french;
        this.english = english;
        this.desks = desks;
    }

    /** A kind that only one desk knows. */
    FaultKind(Desk desk, String french, String english) {
        this("", french, english, Set.of(desk));
    }

    String label(boolean isEnglish) {
        return isEnglish ? english : french;
    }

    Topic topic() {
        if (compareTo(SLOW) < 0) {
            return Topic.REFUSES;
        }
        return compareTo(LATE) < 0 ? Topic.ANSWERS : Topic.DATA;
    }

    boolean isAt(Desk desk) {
        return desks.contains(desk);
    }

    /** The word that {@code POST /faults} takes. */
    String code(Desk desk) {
        if (word.isEmpty()) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return desk.word().isEmpty() ? word : desk.word() + "-" + word;
    }

    /** How long it lasts or waits when an order does not say, ms: a client that waits for silence to end waits in vain. */
    long usualMillis() {
        return this == HANG || this == SILENT || this == TRICKLE ? 600_000 : 20_000;
    }

    /** The desk of a kind that only one has. */
    Desk onlyDesk() {
        return desks.iterator().next();
    }

    /** What a kind concerns, for people; the kinds are in this order. */
    enum Topic {
        REFUSES("Refuse", "Refuses"),
        ANSWERS("Répond mal", "Answers badly"),
        DATA("Données", "Data");

        private final String french;
        private final String english;

        Topic(String french, String english) {
            this.french = french;
            this.english = english;
        }

        String label(boolean isEnglish) {
            return isEnglish ? english : french;
        }
    }

    /** Sets of desks; an enum cannot have them itself before its values. */
    private static final class Desks {
        static final Set<Desk> PULLED = Set.of(Desk.TRACKS, Desk.GLOBO, Desk.SCORES, Desk.TRACCAR);
        static final Set<Desk> ALL = Set.of(Desk.EVERY, Desk.TRACKS, Desk.GLOBO, Desk.SCORES, Desk.TRACCAR);
        static final Set<Desk> POINTS = Set.of(Desk.TRACKS, Desk.TRACCAR);
    }
}

package org.optimizer.standin;

/** A provider that is stood in for. */
enum Desk {
    /** All of them at once; its faults have no prefix. */
    EVERY("", "Tous les fournisseurs", "All providers"),
    TRACKS("tracks", "MyCarTracks", "MyCarTracks"),
    GLOBO("globo", "Globo", "Globo"),
    SCORES("scores", "scorefeed (notes de la semaine)", "scorefeed (weekly scores)"),
    TRACCAR("traccar", "Traccar", "Traccar"),
    PUSH("push", "Envois des boîtiers", "Pushes by trackers"),
    SMS("sms", "SMS", "SMS");

    private final String word;
    private final String french;
    private final String english;

    Desk(String word, String french, String english) {
        this.word = word;
        this.french = french;
        this.english = english;
    }

    String word() {
        return word;
    }

    String label(boolean isEnglish) {
        return isEnglish ? english : french;
    }
}

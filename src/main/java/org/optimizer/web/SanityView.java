package org.optimizer.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityFinding;
import org.optimizer.process.SanityWords;

/** Puts findings into lines of a table. */
final class SanityView {
    private final Words say;
    private final SanityWords words;
    private final ZoneId zone;
    private final LocalDate today;
    private final Map<String, String> names;

    SanityView(Words say, SanityWords words, ZoneId zone, LocalDate today, Map<String, String> names) {
        this.say = say;
        this.words = words;
        this.zone = zone;
        this.today = today;
        this.names = names;
    }

    /**
     * A finding, worded.
     *
     * @param look the colour of its severity
     * @param known what a person said about it; empty while it is not known
     */
    record Line(
            String key,
            String subjectId,
            boolean ofDriver,
            String name,
            String kind,
            String severity,
            String look,
            String found,
            String action,
            String since,
            Optional<String> known,
            String state) {}

    Line line(SanityEntry entry) {
        SanityFinding finding = entry.finding();
        return new Line(
                finding.key(),
                finding.subjectId(),
                finding.kind().isOfDriver(),
                words.name(finding, names),
                words.kind(finding.kind()),
                words.severity(finding),
                look(finding),
                words.found(finding, zone),
                words.action(finding),
                say.hour(entry.firstSeen(), zone),
                entry.known().filter(known -> entry.isKnownOn(today)).map(this::known),
                entry.goneAt()
                        .map(at -> say.text("sanity.gone", say.hour(at, zone)))
                        .orElseGet(() -> say.text("sanity.open")));
    }

    private String known(SanityEntry.Known known) {
        return say.text("sanity.known", say.day(known.until()), known.reason(), known.by());
    }

    static String look(SanityFinding finding) {
        return switch (finding.severity()) {
            case SERIOUS -> "wrong";
            case WARNING -> "review";
            case INFO, NONE -> "off";
        };
    }

    String kind(SanityFinding finding) {
        return words.kind(finding.kind());
    }

    String severity(SanityFinding finding) {
        return words.severity(finding);
    }

    String found(SanityFinding finding) {
        return words.found(finding, zone);
    }

    /** A word of the message files. */
    String thing(String thing) {
        return say.textOr("sanity.thing." + thing.toLowerCase(Locale.ROOT), thing);
    }
}

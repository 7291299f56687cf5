package org.optimizer.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of the rules on its way, or at its end.
 *
 * @param base version that it changes
 * @param version what it makes of it; its files are kept from the proposal on and never changed
 * @param author who proposed it; {@link #FOLDER} when the rules folder was found changed
 * @param fromWeek the first week that it is meant for, once it is approved
 * @param decidedBy who approved, tried, refused or withdrew it last, with the reason given
 */
public record RuleChange(
        String id,
        Origin origin,
        State state,
        String base,
        String version,
        String why,
        String author,
        Instant proposedAt,
        Optional<IsoWeek> fromWeek,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason) {
    /** Stands for the author where nobody is known. */
    public static final String FOLDER = "folder";

    /** Where a change comes from. */
    public enum Origin {
        UPLOAD,
        EDIT,
        CALIBRATION,
        FOLDER,
        ROLLBACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        /** Its checks and its backtest run. */
        PROPOSED,
        /** Waits for somebody other than the author. */
        IN_APPROVAL,
        /** Scores the coming weeks beside the rules in force, seen by nobody it scores, and still waits for approval. */
        TRIAL,
        /** Is in force from its week on. */
        APPROVED,
        REFUSED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether somebody may still decide. */
        public boolean isOpen() {
            return this == PROPOSED || this == IN_APPROVAL || this == TRIAL;
        }
    }

    /** The same, meant from that week on. */
    public RuleChange from(IsoWeek week) {
        return new RuleChange(
                id,
                origin,
                state,
                base,
                version,
                why,
                author,
                proposedAt,
                Optional.of(week),
                decidedBy,
                decidedAt,
                reason);
    }
}

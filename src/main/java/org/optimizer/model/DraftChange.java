package org.optimizer.model;

import java.util.Locale;

/**
 * A line of what a draft changes or leaves.
 *
 * @param subject a file of the rules, or for what is left the vehicle class
 * @param line id of the row or case, or for what is left the kind of manoeuvre or feature
 * @param column empty for what is left
 * @param basis what the new value is made of, or why the old one stays: a key of the message files
 * @param count how many values that was
 * @param needed how many it takes; 0 where that is no question
 */
public record DraftChange(
        Kind kind,
        String subject,
        String line,
        String column,
        String before,
        String after,
        String basis,
        int count,
        int needed) {

    public enum Kind {
        TABLE,
        CASE,
        LEFT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

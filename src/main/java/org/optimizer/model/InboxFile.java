package org.optimizer.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file of the inbox folder.
 *
 * @param keptAs its name in the folder done or failed
 * @param hash SHA-256 of its bytes in hexadecimal; empty when it could not be read
 * @param vehicleId the vehicle that its name begins with; empty for none
 * @param count where its rows went
 * @param mistake why it could not be used
 */
public record InboxFile(
        String name,
        String keptAs,
        String hash,
        String vehicleId,
        long bytes,
        State state,
        Instant endedAt,
        IntakeCount count,
        Optional<Mistake> mistake) {

    /** Where it lies. */
    public enum State {
        DONE,
        FAILED
    }

    /**
     * @param code of a sentence in the message files
     * @param line 0 for the file as a whole
     * @param details what stands in the sentence
     */
    public record Mistake(String code, long line, List<String> details) {
        public Mistake {
            details = List.copyOf(details);
        }
    }
}

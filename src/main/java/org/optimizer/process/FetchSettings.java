package org.optimizer.process;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;

/**
 * What an operator tunes about fetching.
 *
 * @param nightly when the nightly fetch runs: an ISO 8601 repeat or a cron expression, in the zone of the server
 * @param vehiclesPerChunk vehicles fetched in one step; short against the engine's job lock
 * @param overlap how long after its end a day is asked for again, because phones upload late; a fetch after it settles the day
 * @param gather how long what arrives outside the nightly fetch is gathered before facts are made of it
 * @param badgeLookBackDays how far back a log-in still says who drives
 * @param chunkWithin after it a step begins no other vehicle; together with what one vehicle may take, less than the job lock
 * @param missingAfter how long vehicles that could not be fetched are left alone before they are asked for again
 */
public record FetchSettings(
        String nightly,
        int vehiclesPerChunk,
        Duration overlap,
        Duration gather,
        int badgeLookBackDays,
        Duration chunkWithin,
        Duration missingAfter) {

    public FetchSettings {
        chunkWithin = requireNonNullElse(chunkWithin, Duration.ofMinutes(2));
        missingAfter = requireNonNullElse(missingAfter, Duration.ofMinutes(5));
    }
}

package org.optimizer.process;

import java.time.Duration;

/**
 * What an operator tunes about fetching.
 *
 * @param nightly when the nightly fetch runs: an ISO 8601 repeat or a cron expression, in the zone of the server
 * @param vehiclesPerChunk vehicles fetched in one transaction; short against the engine's job lock
 * @param overlap how long after its end a day is asked for again, because phones upload late; a fetch after it settles the day
 * @param gather how long what arrives outside the nightly fetch is gathered before facts are made of it
 * @param badgeLookBackDays how far back a log-in still says who drives
 */
public record FetchSettings(
        String nightly, int vehiclesPerChunk, Duration overlap, Duration gather, int badgeLookBackDays) {}

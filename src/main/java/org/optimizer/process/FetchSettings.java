package org.optimizer.process;

/**
 * What an operator tunes about fetching.
 *
 * @param nightly when the nightly fetch runs: an ISO 8601 repeat or a cron expression, in the zone of the server
 * @param vehiclesPerChunk vehicles fetched in one transaction; short against the engine's job lock
 * @param overlapDays how many ended days every night asks for again, because phones upload late
 * @param badgeLookBackDays how far back a log-in still says who drives
 */
public record FetchSettings(String nightly, int vehiclesPerChunk, int overlapDays, int badgeLookBackDays) {}

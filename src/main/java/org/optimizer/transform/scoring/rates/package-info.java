/**
 * Marks and places of contests whose counts or marks come from a provider.
 *
 * <p>A vehicle's week of Globo: the class Globo asks for its lists of events and its distance → {@code EventCount} → table
 * {@code event_count} → (step {@code score-drivers}) {@code Counted}, whole or shared among those who were logged in →
 * {@code RateScoring} → {@code ProviderScore} → tables {@code provider_score} and {@code provider_mark}, and as
 * {@code DriverScore} to review, SMS and pages. An item of a score feed: the class ScoreFeed → {@code PeriodScore} → table
 * {@code period_score} → {@code Marked} → {@code FedScoring} → the same from there on.
 */
package org.optimizer.transform.scoring.rates;

package org.optimizer.process;

import java.time.Duration;

/**
 * What an operator tunes about the weekly run.
 *
 * @param scoreAfter how long after the week's last instant it is scored (site time), such as PT6H for Monday at six
 * @param reviewWithin how long after that the approver has
 * @param receiptPatience how long a message waits for a receipt before it counts as expired
 * @param resendAfter how long after an unclear attempt a message may be sent again once a person ordered it; longer than any
 *     call, and than a node may sleep
 * @param driversPerChunk drivers scored in one transaction
 */
public record ContestSettings(
        Duration scoreAfter,
        Duration reviewWithin,
        Duration receiptPatience,
        Duration resendAfter,
        int driversPerChunk) {}

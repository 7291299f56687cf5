package org.optimizer.process;

import java.time.Duration;

/**
 * What an operator tunes about what comes in.
 *
 * @param futureTolerance a fix so much later than now is of a wrong clock
 * @param fixesPerDay a vehicle's day holds at most so many: ten a second
 * @param fixesInMemory a batch is stored piece by piece, of so many fixes
 * @param rowsPerReason so many rejected rows of a batch are kept for each reason; the others are only counted
 */
public record IntakeSettings(Duration futureTolerance, int fixesPerDay, int fixesInMemory, int rowsPerReason) {
    public static final IntakeSettings USUAL = new IntakeSettings(Duration.ofMinutes(10), 864_000, 131_072, 5_000);
}

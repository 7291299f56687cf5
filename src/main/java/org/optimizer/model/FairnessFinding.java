package org.optimizer.model;

import java.util.Locale;

/**
 * How closely the scores of some weeks follow a factor that must not decide them. Figures are NaN where the outcome says
 * that there are none.
 *
 * @param week the last of the weeks looked at
 * @param estimate Spearman's correlation, −1 to 1; of a factor that is no number the share of the variance that it explains
 *     beyond chance, at most 1
 * @param low lower end of the estimate's 95 % interval
 * @param pValue how often drawing at random gives as large a share, 0 to 1; NaN for a correlation
 * @param limit from which on the rules call the estimate large
 */
public record FairnessFinding(
        String contestId,
        IsoWeek week,
        FairnessFactor factor,
        Outcome outcome,
        double estimate,
        double low,
        double high,
        double pValue,
        double limit,
        int drivers,
        int driverWeeks,
        int weeks) {

    /** What is made of the figures. */
    public enum Outcome {
        CLEAR,
        NEEDS_LOOK,
        TOO_FEW,
        /** All are alike, so that nothing can follow. */
        NO_VARIATION,
        /** Each driver has a vehicle of his own: what is whose cannot be told. */
        INSEPARABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean needsLook() {
        return outcome == Outcome.NEEDS_LOOK;
    }
}

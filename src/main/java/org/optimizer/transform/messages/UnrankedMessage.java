package org.optimizer.transform.messages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Language;
import org.optimizer.model.Reason;

/** Words the SMS of a driver who is not ranked: that he is not, and why, in his language. */
public final class UnrankedMessage {
    private static final int PER_CENT = 2;

    private UnrankedMessage() {}

    /**
     * A text of GSM-7 characters only, without a name or a place; of several reasons the first.
     *
     * @param score not ranked
     */
    public static String text(Driver driver, DriverScore score) {
        Words words = driver.language() == Language.FR ? Words.FRENCH : Words.ENGLISH;
        String why = score.reasons().stream()
                .findFirst()
                .map(words::why)
                .filter(phrase -> !phrase.isEmpty())
                .map(phrase -> ": " + phrase)
                .orElse("");
        return words.form().formatted(score.facts().week().number(), why);
    }

    /**
     * What differs between languages; written without characters that would halve the room of an SMS.
     *
     * @param whys by code: %1$s and %2$s are the figures found and asked for, %3$s and %4$s the same in per cent
     */
    private record Words(String form, Map<String, String> whys) {
        static final Words FRENCH = new Words(
                "Sem.%02d: non classé%s. Bonne route!",
                Map.ofEntries(
                        Map.entry("too-few-km", "trop peu de km (%1$s, il en faut %2$s)"),
                        Map.entry("too-few-days", "trop peu de jours roulés (%1$s, il en faut %2$s)"),
                        Map.entry("low-coverage", "enregistrement incomplet (%3$s %%, il faut %4$s %%)"),
                        Map.entry(
                                "low-quality", "enregistrement de mauvaise qualité (%3$s %% des km, il faut %4$s %%)"),
                        Map.entry(
                                "slow-sampling",
                                "trop peu de km enregistrés chaque seconde (%3$s %%, il faut %4$s %%)"),
                        Map.entry("no-speed-data", "pas de vitesse dans les traces"),
                        Map.entry("no-distance", "aucun km enregistré"),
                        Map.entry("no-acceleration", "accélération pas mesurable"),
                        Map.entry("no-deceleration", "freinage pas mesurable"),
                        Map.entry("no-speed-keeping", "tenue de vitesse pas mesurable"),
                        Map.entry("too-few-launches", "trop peu de départs (%1$s, il en faut %2$s)"),
                        Map.entry("too-few-brakings", "trop peu de freinages (%1$s, il en faut %2$s)"),
                        Map.entry(
                                "too-few-cruise-visits",
                                "trop peu de passages à vitesse stabilisée (%1$s, il en faut %2$s)"),
                        Map.entry("too-few-gradients", "trop peu de montées et descentes (%1$s, il en faut %2$s)"),
                        Map.entry(
                                "not-every-second",
                                "trop peu de km enregistrés chaque seconde (%3$s %%, il faut %4$s %%)")));
        static final Words ENGLISH = new Words(
                "Week %02d: not ranked%s. Drive safely!",
                Map.ofEntries(
                        Map.entry("too-few-km", "too few km (%1$s, needs %2$s)"),
                        Map.entry("too-few-days", "too few days driven (%1$s, needs %2$s)"),
                        Map.entry("low-coverage", "recording incomplete (%3$s%%, needs %4$s%%)"),
                        Map.entry("low-quality", "recording of poor quality (%3$s%% of the km, needs %4$s%%)"),
                        Map.entry("slow-sampling", "too few km recorded every second (%3$s%%, needs %4$s%%)"),
                        Map.entry("no-speed-data", "no speed in the traces"),
                        Map.entry("no-distance", "no km recorded"),
                        Map.entry("no-acceleration", "acceleration not measurable"),
                        Map.entry("no-deceleration", "braking not measurable"),
                        Map.entry("no-speed-keeping", "speed keeping not measurable"),
                        Map.entry("too-few-launches", "too few launches (%1$s, needs %2$s)"),
                        Map.entry("too-few-brakings", "too few brakings (%1$s, needs %2$s)"),
                        Map.entry("too-few-cruise-visits", "too few passages at steady speed (%1$s, needs %2$s)"),
                        Map.entry("too-few-gradients", "too few climbs and descents (%1$s, needs %2$s)"),
                        Map.entry("not-every-second", "too few km recorded every second (%3$s%%, needs %4$s%%)")));

        /** Empty for a reason that only a page has words for. */
        String why(Reason reason) {
            return whys.getOrDefault(reason.code(), "")
                    .formatted(
                            whole(reason.found(), 0, RoundingMode.FLOOR),
                            whole(reason.expected(), 0, RoundingMode.HALF_UP),
                            whole(reason.found(), PER_CENT, RoundingMode.FLOOR),
                            whole(reason.expected(), PER_CENT, RoundingMode.HALF_UP));
        }

        /** What is missing is found too low: rounded down it never looks as if it were enough. */
        private static String whole(double value, int shift, RoundingMode rounding) {
            return Double.isFinite(value)
                    ? BigDecimal.valueOf(value)
                            .movePointRight(shift)
                            .setScale(0, rounding)
                            .toPlainString()
                    : "-";
        }
    }
}

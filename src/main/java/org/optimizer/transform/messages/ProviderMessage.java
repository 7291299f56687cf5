package org.optimizer.transform.messages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Standing;

/**
 * Words a driver's SMS in a contest whose counts or marks come from a provider: marks of 10 of the contest so far, in his
 * language. The total is of 30 where it is the sum of the marks, and of 10 where it is the provider's.
 */
public final class ProviderMessage {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal THIRTY = BigDecimal.valueOf(30);

    private ProviderMessage() {}

    /**
     * A text of GSM-7 characters only, without a name or a place; decimal comma in French.
     *
     * @param score ranked, with marks of 100
     * @throws IllegalArgumentException for a score without a place
     */
    public static String text(Contest contest, Driver driver, DriverScore score, Standing standing) {
        Words words = driver.language() == Language.FR ? Words.FRENCH : Words.ENGLISH;
        BigDecimal global = score.score().orElseThrow(() -> notRanked(contest, score));
        int rank = standing.rank().orElseThrow(() -> notRanked(contest, score));
        BigDecimal highest = contest.method() == ScoringMethod.EVENT_RATES ? THIRTY : TEN;
        return words.form()
                .formatted(
                        score.facts().week().number(),
                        words.day(contest.firstDay()),
                        words.day(contest.lastDay()),
                        words.mark(score, MarkKind.ACCELERATION),
                        words.mark(score, MarkKind.DECELERATION),
                        words.mark(score, MarkKind.SPEED_KEEPING),
                        words.number(global.multiply(highest).divide(HUNDRED)),
                        highest,
                        rank,
                        standing.rankedOf(),
                        standing.change().map(ScoreMessage::signed).orElse(""));
    }

    private static IllegalArgumentException notRanked(Contest contest, DriverScore score) {
        return new IllegalArgumentException("SMS of driver " + score.driverId() + " in week "
                + score.facts().week() + " of contest " + contest.id()
                + ": expected a place, found none; send nothing");
    }

    /** What differs between languages; written without characters that would halve the room of an SMS. */
    private record Words(String form, String of10, String missing, char decimalPoint, DateTimeFormatter days) {
        static final Words FRENCH = new Words(
                "Sem.%02d, concours du %s au %s: accélération %s, freinage %s, vitesse %s. Total %s sur %s,"
                        + " rang %d/%d%s. Bonne route!",
                "%s sur 10", "pas de note", ',', DateTimeFormatter.ofPattern("dd/MM", Locale.FRENCH));
        static final Words ENGLISH = new Words(
                "Week %02d, contest %s to %s: acceleration %s, braking %s, speed %s. Total %s of %s,"
                        + " rank %d/%d%s. Drive safely!",
                "%s of 10", "no mark", '.', DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH));

        String day(LocalDate day) {
            return days.format(day);
        }

        String mark(DriverScore score, MarkKind kind) {
            return score.mark(kind)
                    .map(of100 -> of10.formatted(number(of100.divide(TEN))))
                    .orElse(missing);
        }

        /** With a decimal only where there is one. */
        String number(BigDecimal value) {
            BigDecimal rounded = value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
            return rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY)
                    .toPlainString()
                    .replace('.', decimalPoint);
        }
    }
}

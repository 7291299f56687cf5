package org.optimizer.transform.messages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Standing;

/** Words a driver's weekly SMS, in his language, without a name or a place. */
public final class ScoreMessage {
    /** Scores are of 100, drivers read the school scale of 20. */
    private static final BigDecimal HUNDREDTHS_PER_TWENTIETH = BigDecimal.valueOf(5);

    private static final String NO_MARK = "-";

    private ScoreMessage() {}

    /**
     * A text of GSM-7 characters only, in as few parts as possible; decimal comma in French.
     *
     * @param score ranked: who is not gets no SMS
     * @throws IllegalArgumentException for a week without a score or a rank
     */
    public static String text(Contest contest, Driver driver, DriverScore score, Standing standing) {
        Words words = driver.language() == Language.FR ? Words.FRENCH : Words.ENGLISH;
        BigDecimal mark = score.score().orElseThrow(() -> notRanked(contest, score));
        int rank = standing.rank().orElseThrow(() -> notRanked(contest, score));
        return words.form()
                .formatted(
                        score.facts().week().number(),
                        words.of20(Optional.of(mark)),
                        words.of20(score.mark(MarkKind.ACCELERATION)),
                        words.of20(score.mark(MarkKind.DECELERATION)),
                        words.of20(score.mark(MarkKind.SPEED_KEEPING)),
                        rank,
                        standing.rankedOf(),
                        standing.change().map(ScoreMessage::signed).orElse(""));
    }

    private static IllegalArgumentException notRanked(Contest contest, DriverScore score) {
        return new IllegalArgumentException("SMS of driver " + score.driverId() + " in week "
                + score.facts().week() + " of contest " + contest.id()
                + ": expected a ranked week, found one that is not; send nothing");
    }

    static String signed(int change) {
        return change > 0 ? " (+" + change + ")" : change < 0 ? " (" + change + ")" : " (=)";
    }

    /** What differs between languages; written without characters that would halve the room of an SMS. */
    private record Words(String form, char decimalPoint) {
        static final Words FRENCH =
                new Words("Sem.%02d: note %s/20 (acc %s frein %s vit %s). Rang %d/%d%s. Merci et bonne route!", ',');
        static final Words ENGLISH = new Words(
                "Week %02d: mark %s/20 (acc %s brake %s speed %s). Rank %d/%d%s. Thank you, drive safely!", '.');

        String of20(Optional<BigDecimal> of100) {
            return of100.map(this::of20).orElse(NO_MARK);
        }

        private String of20(BigDecimal of100) {
            return of100.divide(HUNDREDTHS_PER_TWENTIETH, 1, RoundingMode.HALF_UP)
                    .toPlainString()
                    .replace('.', decimalPoint);
        }
    }
}

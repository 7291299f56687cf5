package org.optimizer.transform.messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Standing;

/** Words a driver's SMS in a contest of the relative method: marks of 10 of the contest so far, in his language. */
public final class RelativeMessage {
    private RelativeMessage() {}

    /**
     * A text of GSM-7 characters only, without a name or a place; decimal comma in French.
     *
     * @param score ranked: who is not gets no SMS
     * @throws IllegalArgumentException for a score without a place
     */
    public static String text(Contest contest, Driver driver, RelativeScore score, Standing standing) {
        Words words = driver.language() == Language.FR ? Words.FRENCH : Words.ENGLISH;
        BigDecimal global = score.global().orElseThrow(() -> notRanked(contest, score));
        int rank = standing.rank().orElseThrow(() -> notRanked(contest, score));
        return words.form()
                .formatted(
                        score.week().number(),
                        words.day(contest.firstDay()),
                        words.day(contest.lastDay()),
                        words.mark(score, MarkKind.ACCELERATION),
                        words.mark(score, MarkKind.DECELERATION),
                        words.mark(score, MarkKind.SPEED_KEEPING),
                        global.toPlainString().replace('.', words.decimalPoint()),
                        rank,
                        standing.rankedOf(),
                        standing.change().map(ScoreMessage::signed).orElse(""));
    }

    private static IllegalArgumentException notRanked(Contest contest, RelativeScore score) {
        return new IllegalArgumentException("SMS of driver " + score.driverId() + " in week " + score.week()
                + " of contest " + contest.id() + ": expected a place, found none; send nothing");
    }

    /** What differs between languages; written without characters that would halve the room of an SMS. */
    private record Words(String form, String of10, String missing, char decimalPoint, DateTimeFormatter days) {
        static final Words FRENCH = new Words(
                "Sem.%02d, concours du %s au %s: accélération %s, freinage %s, vitesse %s. Total %s sur 30,"
                        + " rang %d/%d%s. Bonne route!",
                "%d sur 10", "non mesurable", ',', DateTimeFormatter.ofPattern("dd/MM", Locale.FRENCH));
        static final Words ENGLISH = new Words(
                "Week %02d, contest %s to %s: acceleration %s, braking %s, speed %s. Total %s of 30,"
                        + " rank %d/%d%s. Drive safely!",
                "%d of 10", "not measurable", '.', DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH));

        String day(LocalDate day) {
            return days.format(day);
        }

        String mark(RelativeScore score, MarkKind kind) {
            Optional<Integer> mark = score.mark(kind).flatMap(RelativeMark::mark);
            return mark.map(of10::formatted).orElse(missing);
        }
    }
}

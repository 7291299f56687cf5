package org.optimizer.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;

/** What the first page shows: every contest with its weeks, and what waits for a person. */
public class WeekBoard {

    /** @param weeks newest first, at most twelve */
    public record ContestWeeks(Site site, Contest contest, List<WeekCell> weeks) {}

    /**
     * @param shadow scored without review and without SMS
     * @param ranked how many drivers are ranked; empty before the scoring
     * @param messages SMS of the week by state
     * @param needs what a person has to do: review, empty-week, unclear-messages, incident; empty when nothing
     * @param incident in words, when a step has failed
     */
    public record WeekCell(
            Batch batch,
            boolean shadow,
            Optional<Integer> ranked,
            Map<Sms.State, Integer> messages,
            Optional<String> needs,
            Optional<String> incident) {}

    /**
     * How far the first run has come.
     *
     * @param done 0 to {@code of}; equal when everything that can be scored is
     */
    public record Progress(int done, int of, String step) {}

    public List<ContestWeeks> contests() {
        throw new UnsupportedOperationException();
    }

    /** Empty when no catching up is going on. */
    public Optional<Progress> progress() {
        throw new UnsupportedOperationException();
    }

    /** When the provider of traces last answered; empty when never. */
    public Optional<Instant> lastFetch() {
        throw new UnsupportedOperationException();
    }

    /** Starts a week by hand. @return false when that week is there already */
    public boolean startWeek(String contestId, org.optimizer.model.IsoWeek week, String by) {
        throw new UnsupportedOperationException();
    }
}

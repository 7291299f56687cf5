package org.optimizer.web;

import java.util.List;
import java.util.function.Predicate;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanityRun;
import org.optimizer.process.SanityDesk.Week;
import org.optimizer.process.SanityWords;

/**
 * What is missing in a week, above the drivers of its review.
 *
 * @param text that the week was not checked or could not be; empty when it was
 * @param lacks what some drivers lack, and how many
 * @param lines what somebody should act upon
 * @param others how many more findings there are that only have to be known
 */
record SanityWeek(
        String text,
        boolean failed,
        List<SanityPage.Row> lacks,
        List<SanityView.Line> lines,
        int others,
        List<SanityView.Line> drivers) {

    /** A driver's line on the page says these itself. */
    private static final List<SanityKind> SAID_ALREADY =
            List.of(SanityKind.DRIVER_NO_PHONE, SanityKind.DRIVER_NOT_SCORED);

    static SanityWeek of(Week week, Words say, SanityWords words) {
        SanityView view = new SanityView(say, words, week.site().zone(), week.today(), week.names());
        Predicate<SanityEntry> urgent = entry -> entry.needsSomebodyOn(week.today());
        List<SanityView.Line> lines =
                week.entries().stream().filter(urgent).map(view::line).toList();
        return new SanityWeek(
                week.run()
                        .map(run -> run.failure()
                                .map(why -> say.text("sanity.week.failed", why))
                                .orElse(""))
                        .orElseGet(() -> say.text("sanity.week.none")),
                week.run().flatMap(SanityRun::failure).isPresent(),
                week.tallies().stream()
                        .filter(tally -> tally.lack() > 0)
                        .map(tally -> SanityPage.row(tally, view))
                        .toList(),
                lines,
                week.entries().size() - lines.size(),
                week.entries().stream()
                        .filter(entry -> entry.finding().kind().isOfDriver())
                        .filter(entry -> !SAID_ALREADY.contains(entry.finding().kind()))
                        .map(view::line)
                        .toList());
    }

    /** What was found of a driver and does not stand in his line anyway. */
    public List<String> notes(String driverId) {
        return drivers.stream()
                .filter(line -> line.subjectId().equals(driverId))
                .map(SanityView.Line::found)
                .toList();
    }
}

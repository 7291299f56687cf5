package org.optimizer.web;

import java.util.List;
import java.util.stream.Collectors;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleDraft;
import org.optimizer.process.Calibration.Offer;

/** From which weeks a contest can be calibrated, worded for the page. */
record CalibrationPage(String contestId, String contest, String site, List<Choice> weeks, List<Line> drafts) {

    /** @param chosen whether it is ticked before anybody chooses */
    record Choice(String value, String week, String days, boolean shadow, boolean chosen) {}

    record Line(String link, String at, String by, String weeks, String why) {}

    /** Without shadow weeks, so many of the newest are ticked. */
    private static final int USUAL_WEEKS = 4;

    static CalibrationPage of(Offer offer, Words say) {
        Contest contest = offer.contest();
        boolean hasShadow = offer.weeks().stream().anyMatch(contest::isShadow);
        List<IsoWeek> newest = offer.weeks().stream().limit(USUAL_WEEKS).toList();
        return new CalibrationPage(
                contest.id(),
                contest.name(),
                offer.site().name(),
                offer.weeks().stream()
                        .map(week -> new Choice(
                                week.toString(),
                                say.week(week),
                                say.days(week),
                                contest.isShadow(week),
                                hasShadow ? contest.isShadow(week) : newest.contains(week)))
                        .toList(),
                offer.drafts().stream().map(draft -> line(draft, offer, say)).toList());
    }

    private static Line line(RuleDraft draft, Offer offer, Words say) {
        return new Line(
                "/drafts/" + draft.id(),
                say.moment(draft.createdAt(), offer.site().zone()),
                draft.createdBy(),
                weeks(draft, say),
                draft.why());
    }

    static String weeks(RuleDraft draft, Words say) {
        return draft.weeks().stream().map(say::week).collect(Collectors.joining(", "));
    }
}

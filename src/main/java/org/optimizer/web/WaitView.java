package org.optimizer.web;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.process.WeekBoard.ContestWeeks;
import org.optimizer.process.WeekWaits;

/** What a week waits for while nobody has to act, worded for the pages. */
record WaitView(String week, String why, String again) {

    /** Null when the week does not wait. */
    static WaitView of(Optional<WeekWaits.Wait> wait, ZoneId zone, Words say) {
        return wait.map(known -> view("", known, zone, say)).orElse(null);
    }

    private static WaitView view(String week, WeekWaits.Wait wait, ZoneId zone, Words say) {
        return new WaitView(
                week,
                wait.why(),
                wait.again()
                        .map(at -> say.text("provided.waits.again", say.moment(at, zone)))
                        .orElse(""));
    }

    static Map<String, List<WaitView>> byContest(List<ContestWeeks> contests, WeekWaits waits, Words say) {
        Map<String, WeekWaits.Wait> all = waits.all();
        return contests.stream()
                .collect(toMap(contest -> contest.contest().id(), contest -> ofContest(contest, all, say)));
    }

    private static List<WaitView> ofContest(ContestWeeks contest, Map<String, WeekWaits.Wait> waits, Words say) {
        return contest.weeks().stream()
                .filter(week -> waits.containsKey(week.batch().businessKey()))
                .map(week -> view(
                        say.week(week.batch().week()),
                        waits.get(week.batch().businessKey()),
                        contest.site().zone(),
                        say))
                .toList();
    }
}

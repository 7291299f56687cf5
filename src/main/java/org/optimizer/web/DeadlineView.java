package org.optimizer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optimizer.process.ReviewWatch.Waiting;
import org.optimizer.process.WeekBoard.ContestWeeks;
import org.optimizer.process.WeekBoard.WeekCell;

/** By when a review has to be decided, and by whom, for its card on the first page. */
record DeadlineView(String due, boolean overdue, String taken) {

    /** By the address of the review. */
    static Map<String, DeadlineView> byLink(List<ContestWeeks> contests, List<Waiting> waiting, Words say) {
        Map<String, DeadlineView> views = new HashMap<>();
        for (ContestWeeks contest : contests) {
            for (WeekCell week : contest.weeks()) {
                waiting.stream()
                        .filter(review ->
                                review.businessKey().equals(week.batch().businessKey()))
                        .forEach(review ->
                                views.put(WeekPage.path(week.batch()) + "/review", view(contest, review, say)));
            }
        }
        return views;
    }

    private static DeadlineView view(ContestWeeks contest, Waiting review, Words say) {
        boolean overdue = review.due().filter(say::isPast).isPresent();
        return new DeadlineView(
                review.due()
                        .map(due -> say.moment(due, contest.site().zone()))
                        .map(due -> say.text(overdue ? "review.overdue" : "review.due", due))
                        .orElse(""),
                overdue,
                review.assignee().map(by -> say.text("review.taken-by", by)).orElse(""));
    }
}

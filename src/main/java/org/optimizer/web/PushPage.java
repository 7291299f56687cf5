package org.optimizer.web;

import java.util.List;
import org.optimizer.extract.Pushes;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.PushRefusal;

/** What was pushed, worded for the page. */
record PushPage(List<Total> totals, List<Waiting> waiting, List<Refusal> refusals) {

    /** What came of a source in a day. */
    record Total(
            String source,
            String kind,
            String received,
            String fresh,
            String known,
            String rejected,
            String held,
            String offHours,
            String last) {}

    /** Fixes that are not yet in their day. */
    record Waiting(String source, String vehicle, String count, String since) {}

    /** @param code as the sender read it */
    record Refusal(String why, String code, String source, String subject, String times, String last, String detail) {}

    static PushPage of(List<Pushes.Total> totals, List<Pushes.Waiting> waiting, List<PushRefusal> refusals, Words say) {
        return new PushPage(
                totals.stream().map(total -> total(total, say)).toList(),
                waiting.stream().map(one -> waiting(one, say)).toList(),
                refusals.stream().map(one -> refusal(one, say)).toList());
    }

    private static Total total(Pushes.Total total, Words say) {
        int slash = total.source().indexOf('/');
        IntakeCount count = total.count();
        return new Total(
                total.source().substring(slash + 1),
                say.text("pushes.kind." + total.source().substring(0, slash)),
                say.number(count.received(), 0),
                say.number(count.fresh() + count.updated(), 0),
                say.number(count.unchanged(), 0),
                say.number(count.rejected(), 0),
                say.number(count.held(), 0),
                say.number(count.offHours(), 0),
                say.ago(total.lastAt()));
    }

    private static Waiting waiting(Pushes.Waiting waiting, Words say) {
        return new Waiting(
                waiting.source(), waiting.vehicleId(), say.number(waiting.count(), 0), say.ago(waiting.since()));
    }

    private static Refusal refusal(PushRefusal refusal, Words say) {
        return new Refusal(
                say.textOr("pushes.code." + refusal.code(), refusal.code()),
                refusal.code(),
                refusal.source(),
                refusal.subject(),
                say.number(refusal.times(), 0),
                say.ago(refusal.lastAt()),
                refusal.detail());
    }
}

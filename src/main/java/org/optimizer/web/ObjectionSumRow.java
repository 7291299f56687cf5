package org.optimizer.web;

import org.optimizer.model.ObjectionSum;

/** How drivers take one row of the rules, worded for the page. */
record ObjectionSumRow(
        String rule,
        int events,
        int raised,
        int open,
        int upheld,
        int refused,
        String share,
        double width,
        String last) {

    static ObjectionSumRow of(ObjectionSum sum, Words say) {
        boolean decided = !Double.isNaN(sum.upheldShare());
        return new ObjectionSumRow(
                sum.rule(),
                sum.events(),
                sum.raised(),
                sum.open(),
                sum.upheld(),
                sum.refused(),
                decided ? say.percent(sum.upheldShare(), 0) : "–",
                decided ? sum.upheldShare() * 100 : 0,
                say.ago(sum.lastRaisedAt()));
    }
}

package org.optimizer.web;

import java.util.List;
import java.util.Locale;
import org.optimizer.model.Objection;
import org.optimizer.process.ObjectionDesk.Listed;

/** An objection in a list, worded for the page. */
record ObjectionRow(
        String link,
        String driver,
        String week,
        String event,
        String rule,
        String words,
        String state,
        String look,
        String raised,
        boolean open) {

    /** Those that wait for a decision, and the others. */
    record Table(List<ObjectionRow> open, List<ObjectionRow> decided) {
        static final Table EMPTY = new Table(List.of(), List.of());
    }

    static Table of(List<Listed> listed, Words say) {
        List<ObjectionRow> rows = listed.stream().map(each -> row(each, say)).toList();
        return new Table(
                rows.stream().filter(ObjectionRow::open).toList(),
                rows.stream().filter(row -> !row.open()).toList());
    }

    private static ObjectionRow row(Listed listed, Words say) {
        Objection objection = listed.objection();
        return new ObjectionRow(
                "/objections/" + objection.id(),
                listed.driver(),
                say.week(objection.week()),
                say.text("manoeuvre." + objection.event().kind().code()) + ", "
                        + say.text("severity." + objection.severity().code()) + ", "
                        + say.second(objection.event().at(), listed.site().zone()),
                objection.rule(),
                objection.words(),
                say.text("objection.state." + objection.state().name().toLowerCase(Locale.ROOT)),
                ObjectionPage.look(objection),
                say.ago(objection.raisedAt()),
                objection.isOpen());
    }
}

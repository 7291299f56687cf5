package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.OptOut;

/** Reads who wants no SMS, and what receipts say of it. */
public class OptOuts {

    /** A receipt that says so and is not on the list yet. @param ref of the receipt, each has one */
    public record Heard(String phone, String ref) {}

    private final ProducerTemplate camel;

    public OptOuts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Also those that were taken back; newest first. */
    public List<OptOut> list() {
        return Query.rows(camel, "list-sms-opt-outs").stream()
                .map(OptOuts::optOut)
                .toList();
    }

    /** The entries of a number that were not taken back. */
    public boolean isOut(String numberHash) {
        return Query.rows(camel, "count-sms-opt-outs", "numberHash", numberHash)
                        .get(0)
                        .number("entries")
                > 0;
    }

    /** Receipts with error code 9 that made no entry yet. */
    public List<Heard> listHeard() {
        return Query.rows(camel, "list-heard-opt-outs").stream()
                .map(row -> new Heard(row.text("phone"), row.text("ref")))
                .toList();
    }

    private static OptOut optOut(Row row) {
        Optional<OptOut.Removal> removal = row.optionalInstant("removed_at")
                .map(at -> new OptOut.Removal(row.text("removed_by"), at, row.text("removed_why")));
        return new OptOut(
                row.bigNumber("opt_out_id"),
                row.text("number_hash"),
                row.text("key_check"),
                row.text("country"),
                row.text("last_digits"),
                row.word("source", OptOut.Source.class),
                row.text("source_ref"),
                row.instant("since"),
                removal);
    }
}

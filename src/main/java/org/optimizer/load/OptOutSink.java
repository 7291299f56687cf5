package org.optimizer.load;

import org.apache.camel.ProducerTemplate;
import org.optimizer.model.OptOut;
import org.optimizer.model.Stored;

/** Writes who wants no SMS. */
public class OptOutSink {
    private final ProducerTemplate camel;

    public OptOutSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Once for its source; {@code id} of the argument is ignored. @return false when it is there already */
    public boolean add(OptOut entry) {
        return Call.route(
                        camel,
                        "add-sms-opt-out",
                        Stored.row(
                                "numberHash", entry.numberHash(),
                                "keyCheck", entry.keyCheck(),
                                "country", entry.country(),
                                "lastDigits", entry.lastDigits(),
                                "source", entry.source(),
                                "sourceRef", entry.sourceRef(),
                                "since", entry.since()))
                == 1;
    }

    /** Takes all entries of a number back. @return how many */
    public int remove(String numberHash, OptOut.Removal removal) {
        return Call.route(
                camel,
                "remove-sms-opt-out",
                Stored.row("numberHash", numberHash, "by", removal.by(), "at", removal.at(), "why", removal.why()));
    }
}

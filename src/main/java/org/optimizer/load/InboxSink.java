package org.optimizer.load;

import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.InboxFile;
import org.optimizer.model.Stored;

/** Notes what became of the files of the inbox folder. */
public class InboxSink {
    private static final int LONGEST_DETAILS = 2000;

    private final ProducerTemplate camel;

    public InboxSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void add(InboxFile file) {
        Optional<InboxFile.Mistake> mistake = file.mistake();
        Call.route(
                camel,
                "add-inbox-file",
                Stored.row(
                        "name", file.name(),
                        "keptAs", file.keptAs(),
                        "hash", file.hash(),
                        "vehicleId", file.vehicleId(),
                        "bytes", file.bytes(),
                        "state", file.state(),
                        "endedAt", file.endedAt(),
                        "fresh", file.count().fresh(),
                        "updated", file.count().updated(),
                        "unchanged", file.count().unchanged(),
                        "rejected", file.count().rejected(),
                        "held", file.count().held(),
                        "offHours", file.count().offHours(),
                        "mistake", mistake.map(InboxFile.Mistake::code),
                        "line", mistake.map(InboxFile.Mistake::line),
                        "details", mistake.map(InboxSink::details)));
    }

    private static String details(InboxFile.Mistake mistake) {
        String joined = String.join("\n", mistake.details());
        return joined.substring(0, Math.min(LONGEST_DETAILS, joined.length()));
    }
}

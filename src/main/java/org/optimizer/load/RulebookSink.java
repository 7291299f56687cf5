package org.optimizer.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Stored;

/** Keeps versions of the rules folder, so that a past week can be computed again. */
public class RulebookSink {
    private final ProducerTemplate camel;

    public RulebookSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Keeps a version once; a version that is there already stays as it is. */
    public void keep(String version, Map<String, String> files, Instant at) {
        List<Map<String, Object>> rows = files.entrySet().stream()
                .map(file -> Stored.row("version", version, "name", file.getKey(), "content", file.getValue()))
                .toList();
        Call.route(camel, "keep-rulebook", Stored.row("version", version, "at", at), Map.of("files", rows));
    }
}

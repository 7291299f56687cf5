package org.optimizer.extract;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;

/** Reads kept versions of the rules folder. */
public class RulebookFiles {
    private final ProducerTemplate camel;

    public RulebookFiles(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** File name → content of a version; empty when it was never kept. */
    public Optional<Map<String, String>> find(String version) {
        Map<String, String> files = new TreeMap<>();
        Query.rows(camel, "list-rulebook-files", "version", version)
                .forEach(row -> files.put(row.text("file_name"), row.text("content")));
        return files.isEmpty() ? Optional.empty() : Optional.of(files);
    }
}

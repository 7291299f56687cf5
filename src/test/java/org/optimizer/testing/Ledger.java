package org.optimizer.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the SMS stand-in accepted. */
public final class Ledger {
    private final URI address;

    public Ledger(int standInPort) {
        this.address = URI.create("http://localhost:" + standInPort + "/ledger");
    }

    /** The numbers that were written to, once for each accepted message. */
    public List<String> recipients() {
        return texts("to");
    }

    public List<String> texts(String field) {
        try (InputStream answer = address.toURL().openStream()) {
            JsonNode entries = new ObjectMapper().readTree(answer);
            List<String> values = new ArrayList<>();
            entries.forEach(entry -> values.add(entry.path(field).asText()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.optimizer.extract.Rows.Fields;

/** A page of vehicles or recordings. */
final class RowsPage implements Page {
    private final Map<String, String> ownNames;
    private final String firstBefore;
    private final Consumer<Fields> sink;
    private String first;
    private int rows;

    RowsPage(Map<String, String> ownNames, String firstBefore, Consumer<Fields> sink) {
        this.ownNames = ownNames;
        this.firstBefore = firstBefore;
        this.sink = sink;
    }

    @Override
    public void read(JsonParser parser, RawTail raw) throws IOException {
        Rows.each(ownNames, this::take).read(parser, raw);
    }

    private void take(Fields row) {
        if (rows++ == 0) {
            first = row.text("id");
        }
        if (!repeats()) {
            sink.accept(row);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public String first() {
        return first;
    }

    @Override
    public boolean repeats() {
        return first != null && first.equals(firstBefore);
    }
}

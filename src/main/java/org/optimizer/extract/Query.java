package org.optimizer.extract;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Stored;

/** Asks a route for the rows of its query. */
final class Query {
    private Query() {}

    /** @param namesAndValues the query's parameters: name, value, name, value … */
    static List<Row> rows(ProducerTemplate camel, String route, Object... namesAndValues) {
        Map<String, Object> parameters = Stored.row(namesAndValues);
        Exchange answer =
                camel.send("direct:" + route, exchange -> exchange.getMessage().setBody(parameters));
        List<?> rows = checked(answer, route).getMessage().getBody(List.class);
        return rows.stream().map(Query::row).toList();
    }

    @SuppressWarnings("unchecked") // rows of camel-sql are maps of column names
    private static Row row(Object columns) {
        return new Row((Map<String, Object>) columns);
    }

    /** The exchange, or the failure in it as it was thrown. */
    static Exchange checked(Exchange answer, String route) {
        Exception failure = answer.getException();
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw new IllegalStateException("route " + route + ": " + failure, failure);
        }
        return answer;
    }
}

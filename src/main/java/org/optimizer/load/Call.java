package org.optimizer.load;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Calls a route that writes. */
final class Call {
    private static final String CHANGED = "changed";

    private Call() {}

    /**
     * @param body a row of parameters, or a list of them for a batch
     * @return how many rows the route's last statement changed, or what the route put into its variable {@code changed}
     */
    static int route(ProducerTemplate camel, String route, Object body) {
        return route(camel, route, body, Map.of());
    }

    /** @param batches the rows for those statements of the route that write many, by the name of their variable */
    static int route(
            ProducerTemplate camel, String route, Object body, Map<String, List<Map<String, Object>>> batches) {
        Exchange answer = send(camel, route, body, batches);
        Integer changed = answer.getVariable(CHANGED, Integer.class);
        return changed != null ? changed : answer.getMessage().getHeader("CamelSqlUpdateCount", 0, Integer.class);
    }

    /** The exchange after the route; a failure in it is thrown as it was. */
    static Exchange send(ProducerTemplate camel, String route, Object body, Map<String, ?> variables) {
        Exchange answer = camel.send("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            variables.forEach(exchange::setVariable);
        });
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

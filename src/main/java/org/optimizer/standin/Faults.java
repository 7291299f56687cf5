package org.optimizer.standin;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults that are ordered, each for a number of times or until it is healed. */
final class Faults {
    private static final long DEFAULT_MILLIS = 20_000;

    private final Map<FaultKind, Order> orders = new EnumMap<>(FaultKind.class);

    /** Whether the fault strikes now; each time counts. */
    boolean strikes(FaultKind kind) {
        return take(kind).isPresent();
    }

    /** How long to wait, when the fault strikes now. */
    synchronized Optional<Long> take(FaultKind kind) {
        Order order = orders.get(kind);
        if (order == null) {
            return Optional.empty();
        }
        if (order.times == 1) {
            orders.remove(kind);
        } else if (order.times > 1) {
            orders.put(kind, new Order(order.times - 1, order.millis));
        }
        return Optional.of(order.millis);
    }

    synchronized boolean isOrdered(FaultKind kind) {
        return orders.containsKey(kind);
    }

    /** {@code GET} shows, {@code POST} orders ("kind", "times", −1 until healed, "millis"), {@code DELETE} heals all. */
    void answer(Call call) throws IOException {
        switch (call.method()) {
            case "POST" -> order(call.fields());
            case "DELETE" -> heal();
            default -> {}
        }
        if (call.method().equals("POST") && call.header("Accept").orElse("").contains("text/html")) {
            call.seeOther("/");
        } else {
            call.json(200, shown());
        }
    }

    private void order(Map<String, String> fields) {
        String kind = fields.getOrDefault("kind", "");
        if (kind.equals("heal")) {
            heal();
        } else {
            int times = (int) Call.number("times", fields.getOrDefault("times", "1"));
            long millis = Call.number("millis", fields.getOrDefault("millis", Long.toString(DEFAULT_MILLIS)));
            put(FaultKind.of(kind), new Order(times, millis));
        }
    }

    private synchronized void put(FaultKind kind, Order order) {
        if (order.times == 0) {
            orders.remove(kind);
        } else {
            orders.put(kind, order);
        }
    }

    private synchronized void heal() {
        orders.clear();
    }

    private synchronized String shown() {
        return Json.text(json -> {
            json.writeStartObject();
            for (Map.Entry<FaultKind, Order> entry : orders.entrySet()) {
                json.writeNumberField(entry.getKey().code(), entry.getValue().times);
            }
            json.writeEndObject();
        });
    }

    /**
     * @param times left; below 0 until healed
     * @param millis to wait, where the fault is one of time
     */
    private record Order(int times, long millis) {}
}

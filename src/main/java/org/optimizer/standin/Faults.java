package org.optimizer.standin;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The faults that are ordered, each for a number of times or until it is healed, for all vehicles or for some. */
final class Faults {
    private final Map<Fault, Order> orders = new LinkedHashMap<>();

    /** Whether a fault that only one desk has strikes now; each time counts. */
    boolean strikes(FaultKind kind) {
        return take(kind).isPresent();
    }

    /** How long to wait, when a fault that only one desk has strikes now. */
    Optional<Long> take(FaultKind kind) {
        return take(kind.onlyDesk(), kind, "");
    }

    /** @param vehicle whom the call is about, by the name that the provider lists; empty when about none */
    boolean strikes(Desk desk, FaultKind kind, String vehicle) {
        return take(desk, kind, vehicle).isPresent();
    }

    synchronized Optional<Long> take(Desk desk, FaultKind kind, String vehicle) {
        Fault fault = new Fault(desk, kind);
        Order order = orders.get(fault);
        if (order == null || !order.concerns(vehicle)) {
            return Optional.empty();
        }
        if (order.times == 1) {
            orders.remove(fault);
        } else if (order.times > 1) {
            orders.put(fault, order.once());
        }
        return Optional.of(order.millis);
    }

    /** Whether the fault is ordered for the vehicle, without counting: for one that several calls must agree on. */
    synchronized boolean lasts(Desk desk, FaultKind kind, String vehicle) {
        Order order = orders.get(new Fault(desk, kind));
        return order != null && order.concerns(vehicle);
    }

    /** {@code GET} shows, {@code POST} orders, {@code DELETE} heals all. */
    void answer(Call call) throws IOException {
        Map<String, String> fields = call.method().equals("POST") ? call.fields() : Map.of();
        switch (call.method()) {
            case "POST" -> order(fields);
            case "DELETE" -> heal();
            default -> {}
        }
        if (call.method().equals("POST") && call.isForPeople()) {
            call.seeOther(LedgerPage.address(fields));
        } else {
            call.json(200, shown());
        }
    }

    /**
     * Fields: {@code kind} (or {@code heal}, a kind to end), {@code times} (−1 until healed), {@code millis} (where the fault is
     * one of time), {@code only} (names of vehicles, with commas).
     */
    private void order(Map<String, String> fields) {
        String kind = fields.getOrDefault("kind", "");
        if (fields.containsKey("heal")) {
            put(Fault.of(fields.get("heal")), new Order(0, 0, Set.of()));
        } else if (kind.equals("heal")) {
            heal();
        } else {
            Fault fault = Fault.of(kind);
            String usual = Long.toString(fault.kind().usualMillis());
            int times = (int) Call.number("times", fields.getOrDefault("times", "1"));
            long millis = Call.number("millis", fields.getOrDefault("millis", usual));
            put(fault, new Order(times, millis, names(fields.getOrDefault("only", ""))));
        }
    }

    static Set<String> names(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private synchronized void put(Fault fault, Order order) {
        if (order.times == 0) {
            orders.remove(fault);
        } else {
            orders.put(fault, order);
        }
    }

    private synchronized void heal() {
        orders.clear();
    }

    synchronized Map<Fault, Order> orders() {
        return new LinkedHashMap<>(orders);
    }

    private String shown() {
        return Json.text(json -> {
            json.writeStartObject();
            for (Map.Entry<Fault, Order> entry : orders().entrySet()) {
                json.writeNumberField(entry.getKey().code(), entry.getValue().times);
            }
            json.writeEndObject();
        });
    }

    /**
     * @param times left; below 0 until healed
     * @param millis to wait, where the fault is one of time
     * @param only names of vehicles in lower case; empty for all, and for calls about none
     */
    record Order(int times, long millis, Set<String> only) {
        boolean concerns(String vehicle) {
            return only.isEmpty() || only.contains(vehicle.toLowerCase(Locale.ROOT));
        }

        private Order once() {
            return new Order(times - 1, millis, only);
        }
    }
}

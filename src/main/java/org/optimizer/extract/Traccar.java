package org.optimizer.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;

/** Reads positions from a Traccar server (6.x), device by device and slice by slice. Whatever is wrong there is a {@link ProviderException}. */
public class Traccar {
    private static final Duration DEVICES_FOR = Duration.ofMinutes(5);

    private final ProducerTemplate camel;
    private final TraccarSettings settings;
    private final Clock clock;
    private Map<String, String> devices = Map.of();
    private Instant devicesUntil = Instant.MIN;

    public Traccar(ProducerTemplate camel, TraccarSettings settings, Clock clock) {
        this.camel = camel;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hands over the positions of a vehicle's device with {@code from ≤ fixTime ≤ to}; none when no device has its name. */
    public void read(Vehicle vehicle, Instant from, Instant to, Consumer<PushedFix> positions) {
        Optional<String> device = Optional.ofNullable(devices().get(vehicle.sourceRef()));
        if (device.isPresent()) {
            for (Instant start = from; start.isBefore(to); start = start.plus(settings.slice())) {
                Instant end = start.plus(settings.slice());
                readSlice(device.get(), start, end.isBefore(to) ? end : to, positions);
            }
        }
    }

    private void readSlice(String device, Instant from, Instant to, Consumer<PushedFix> positions) {
        Instant receivedAt = clock.instant();
        TraccarRow row = new TraccarRow();
        String call = "GET /positions?deviceId=" + device + "&from=" + from + "&to=" + to;
        send("fetch-traccar-positions", call, Map.of("deviceId", encoded(device), "from", from, "to", to), parser -> {
            row.read(parser);
            if (!row.deviceId().equals(device)) {
                throw TraccarAnswer.failed(
                        call, 200, "found a position of device " + row.deviceId() + "; nothing of it was kept", null);
            }
            positions.accept(row.fix(receivedAt));
        });
    }

    /** The ids of devices by their unique ids (of the hardware), and by the ids themselves; read once in five minutes. */
    private synchronized Map<String, String> devices() {
        if (!clock.instant().isBefore(devicesUntil)) {
            Map<String, String> byUniqueId = new HashMap<>();
            Map<String, String> byId = new HashMap<>();
            try {
                send("fetch-traccar-devices", "GET /devices", Map.of(), parser -> readDevice(parser, byId, byUniqueId));
            } catch (ProviderException failure) {
                throw failure.ofAll(); // no vehicle can be asked for without it
            }
            byId.putAll(byUniqueId); // a unique id that looks like an id is meant as it says
            devices = byId;
            devicesUntil = clock.instant().plus(DEVICES_FOR);
        }
        return devices;
    }

    private static void readDevice(JsonParser parser, Map<String, String> byId, Map<String, String> byUniqueId)
            throws IOException {
        String id = "";
        String uniqueId = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = TraccarRow.text(parser);
                case "uniqueId" -> uniqueId = TraccarRow.text(parser);
                default -> parser.skipChildren();
            }
        }
        byId.put(id, id);
        byUniqueId.put(uniqueId, id);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private String authorization() {
        if (!settings.token().isBlank()) {
            return "Bearer " + settings.token();
        }
        String pair = settings.user() + ":" + settings.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private void send(String route, String call, Map<String, Object> variables, TraccarAnswer.Rows rows) {
        Exchange answer = camel.send("direct:" + route, exchange -> {
            exchange.setVariable("call", call);
            exchange.setVariable("rows", rows);
            exchange.setVariable("authorization", authorization());
            variables.forEach(exchange::setVariable);
        });
        Exception failure = answer.getException();
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw TraccarAnswer.failed(
                    call, 0, "found " + failure + "; check optimizer.traccar.base-url and the network", failure);
        }
    }
}

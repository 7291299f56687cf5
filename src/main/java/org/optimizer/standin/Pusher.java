package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.optimizer.model.IsoWeek;
import org.optimizer.standin.DemoDiary.Day;
import org.optimizer.standin.EcoEvent.Kind;
import org.optimizer.standin.TraccarJson.Drive;

/**
 * Boxes that push: on order it sends the product what the demo's trucks noted on a day, as eco events or as Traccar positions.
 * Always to the address of the settings, never to one that a call names.
 */
final class Pusher {
    static final String ROOT = "/push/";
    private static final int LARGEST_BATCH = 1000;
    private static final long USUAL_POSITIONS = 600;
    private static final long SHUFFLE = 7;
    private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

    private final URI target;
    private final String key;
    private final DemoPhones phones;
    private final DemoDiary diary;
    private final Faults faults;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile String last = "";

    /** @param key bearer token, and secret of signatures */
    Pusher(URI target, String key, DemoPhones phones, DemoDiary diary, Faults faults, Clock clock) {
        this.target = target;
        this.key = key;
        this.phones = phones;
        this.diary = diary;
        this.faults = faults;
        this.clock = clock;
    }

    /** What came of the last order, for people; empty before one. */
    String last() {
        return last;
    }

    /**
     * {@code POST /push/eco-events} and {@code POST /push/traccar-positions}. Fields: {@code day} (the last one that all phones
     * but a late one have uploaded when it is missing), {@code only} (names of vehicles), {@code limit} (positions of each),
     * {@code sign} (true for a signature instead of the key).
     */
    void answer(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            call.json(405, Json.error("method_not_allowed", "expected POST"));
            return;
        }
        Map<String, String> fields = call.fields();
        Order order = Order.of(fields, clock);
        Map<String, Integer> answers =
                switch (call.path().substring(ROOT.length())) {
                    case "eco-events" -> pushEvents(order);
                    case "traccar-positions" -> pushPositions(order);
                    default ->
                        throw new Call.BadCall(
                                call.path() + ": expected /push/eco-events or /push/traccar-positions", null);
                };
        String shown = shown(call.path(), order, answers);
        last = shown;
        if (call.isForPeople()) {
            call.seeOther(LedgerPage.address(fields));
        } else {
            call.json(200, shown);
        }
    }

    /** What is to be pushed. */
    private record Order(LocalDate day, Set<String> only, long limit, boolean isSigned) {
        static Order of(Map<String, String> fields, Clock clock) {
            return new Order(
                    day(fields.getOrDefault("day", ""), clock),
                    Faults.names(fields.getOrDefault("only", "")),
                    Call.number("limit", fields.getOrDefault("limit", Long.toString(USUAL_POSITIONS))),
                    Boolean.parseBoolean(fields.get("sign")));
        }

        private static LocalDate day(String text, Clock clock) {
            if (text.isBlank()) {
                LocalDate day =
                        LocalDate.ofInstant(clock.instant(), DemoRoster.ZONE).minusDays(1);
                return day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - 5));
            }
            try {
                return LocalDate.parse(text.trim());
            } catch (DateTimeException e) {
                throw new Call.BadCall("day \"" + text + "\": expected a day such as 2026-11-19", e);
            }
        }

        boolean concerns(Day day) {
            return only.isEmpty() || only.contains(DemoFleet.sensor(day.truck()));
        }
    }

    private List<Day> days(Order order) {
        return diary
                .days(
                        order.day.atStartOfDay(DemoRoster.ZONE).toInstant().toEpochMilli(),
                        order.day
                                        .plusDays(1)
                                        .atStartOfDay(DemoRoster.ZONE)
                                        .toInstant()
                                        .toEpochMilli()
                                - 1)
                .stream()
                .filter(order::concerns)
                .toList();
    }

    private Map<String, Integer> pushEvents(Order order) {
        List<Json.Body> items = new ArrayList<>();
        boolean hasBadRows = faults.strikes(FaultKind.PUSH_BAD_ROWS);
        boolean isUnknown = faults.strikes(FaultKind.PUSH_UNKNOWN_VEHICLE);
        for (Day day : days(order)) {
            day.events().forEach(event -> {
                boolean isBad = hasBadRows && items.size() % 5 == 4;
                items.add(json -> writeEvent(json, day, event, isUnknown, isBad));
            });
            items.add(json -> writeMark(json, order.day, day, isUnknown));
        }
        shuffleIfOrdered(items);
        Map<String, Integer> answers = new TreeMap<>();
        for (int from = 0; from < items.size(); from += LARGEST_BATCH) {
            List<Json.Body> batch = items.subList(from, Math.min(items.size(), from + LARGEST_BATCH));
            String name = "standin-" + clock.millis() + "-" + from;
            send("/eco-events", name, batch(batch), order, answers);
        }
        return answers;
    }

    private void shuffleIfOrdered(List<?> things) {
        if (faults.strikes(FaultKind.PUSH_SHUFFLED)) {
            Collections.shuffle(things, new Random(SHUFFLE));
        }
    }

    private String batch(List<Json.Body> items) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("source", "globo");
            json.writeStringField("sentAt", clock.instant().toString());
            json.writeArrayFieldStart("items");
            for (Json.Body item : items) {
                item.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void writeEvent(JsonGenerator json, Day day, EcoEvent event, boolean isUnknown, boolean isBad)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "event");
        json.writeStringField("id", "g-" + day.track().id() + "-" + event.kind().ordinal() + "-" + event.row());
        json.writeStringField("vehicle", isUnknown ? "T-unknown" : DemoFleet.vehicleId(day.truck()));
        json.writeStringField("driver", DemoFleet.driverId(day.driver()));
        json.writeStringField("type", isBad ? "SOMERSAULT" : event.kind().name());
        json.writeStringField("at", Instant.ofEpochMilli(event.atMs()).toString());
        json.writeNumberField("lat", event.latE7() / 1e7);
        json.writeNumberField("lon", event.lonE7() / 1e7);
        json.writeNumberField("speedKmh", event.speedMmps() * 3.6e-3);
        if (event.kind() != Kind.OVERSPEED) {
            json.writeObjectFieldStart("value");
            json.writeNumberField("amount", event.peak() / STANDARD_GRAVITY_MPS2);
            json.writeStringField("unit", "g");
            json.writeEndObject();
        }
        json.writeNumberField("durationMs", event.durationMs());
        json.writeEndObject();
    }

    /** Of the week so far, by what was noted on the day. */
    private static void writeMark(JsonGenerator json, LocalDate date, Day day, boolean isUnknown) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "mark");
        json.writeStringField("id", "g-m-" + day.track().id());
        json.writeStringField("vehicle", isUnknown ? "T-unknown" : DemoFleet.vehicleId(day.truck()));
        json.writeStringField("driver", DemoFleet.driverId(day.driver()));
        json.writeStringField("from", IsoWeek.of(date).start(DemoRoster.ZONE).toString());
        json.writeStringField("to", IsoWeek.of(date).end(DemoRoster.ZONE).toString());
        json.writeNumberField("distanceM", Math.round(day.distanceM()));
        json.writeObjectFieldStart("marks");
        json.writeNumberField("acceleration", ScoreDesk.mark(List.of(day), Kind.HARSH_ACCELERATION));
        json.writeNumberField("deceleration", ScoreDesk.mark(List.of(day), Kind.HARSH_BRAKING));
        json.writeNumberField("speedKeeping", ScoreDesk.mark(List.of(day), Kind.OVERSPEED));
        json.writeEndObject();
        json.writeNumberField("scale", 10);
        json.writeEndObject();
    }

    private Map<String, Integer> pushPositions(Order order) {
        boolean isUnknown = faults.strikes(FaultKind.PUSH_UNKNOWN_VEHICLE);
        List<String> bodies = new ArrayList<>();
        for (Day day : days(order)) {
            Points points = phones.points(day.track());
            Sent sent = Sent.of(points, FaultKind.KNOTS, kind -> false);
            Car car = new Car(day.track().carId(), isUnknown ? "unknown" : DemoFleet.sensor(day.truck()));
            Optional<String> driver = Optional.of(DemoFleet.driverId(day.driver()));
            Drive drive = Drive.of(car, day.track(), points, sent, driver, false);
            for (int index = 0; index < Math.min(order.limit, sent.size()); index++) {
                bodies.add(position(drive, index));
            }
        }
        shuffleIfOrdered(bodies);
        Map<String, Integer> answers = new TreeMap<>();
        bodies.forEach(body -> send("/traccar/positions", "", body, order, answers));
        return answers;
    }

    private static String position(Drive drive, int index) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeFieldName("position");
            drive.write(json, index);
            json.writeFieldName("device");
            TraccarJson.device(json, drive.car(), false);
            json.writeEndObject();
        });
    }

    /** Counts the answers by their status, or by what went wrong. */
    private void send(String path, String idempotencyKey, String body, Order order, Map<String, Integer> answers) {
        int times = faults.strikes(FaultKind.PUSH_TWICE) ? 2 : 1;
        String used = faults.strikes(FaultKind.PUSH_FORGED) ? "forged-" + key : key;
        for (int time = 0; time < times; time++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            request = order.isSigned
                    ? request.header("X-Signature", "sha256=" + signature(used, body))
                    : request.header("Authorization", "Bearer " + used);
            answers.merge(
                    answer(idempotencyKey.isEmpty() ? request : request.header("Idempotency-Key", idempotencyKey)),
                    1,
                    Integer::sum);
        }
    }

    private String answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = answer.body().length() > 300 ? answer.body().substring(0, 300) + "…" : answer.body();
            return answer.statusCode() + (body.isBlank() ? "" : " " + body);
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256: expected in every JVM", e);
        }
    }

    private String shown(String path, Order order, Map<String, Integer> answers) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("order", path);
            json.writeStringField("to", target.toString());
            json.writeStringField("day", order.day.toString());
            json.writeObjectFieldStart("answers");
            for (Map.Entry<String, Integer> answer : answers.entrySet()) {
                json.writeNumberField(answer.getKey(), answer.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}

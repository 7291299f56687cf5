package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.optimizer.standin.DemoDiary.Day;
import org.optimizer.standin.EcoEvent.Kind;

/**
 * Globo Connect: one {@code POST} with the key in its body; events and distance of the demo's trucks (mode 1, ids 101 to 112) or
 * drivers (mode 2, ids 201 to 214), which may also be asked for by the product's own ids. An id is given back as it was asked
 * for. Inner fields of events and the shape of errors are assumed.
 */
final class GloboDesk {
    static final String ROOT = "/globo";
    private static final int FIRST_TRUCK_ID = 101;
    private static final int FIRST_DRIVER_ID = 201;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

    private final String key;
    private final DemoDiary diary;
    private final Faults faults;
    private final Trouble trouble;
    private final Clock clock;

    GloboDesk(String key, DemoDiary diary, Faults faults, Trouble trouble, Clock clock) {
        this.key = key;
        this.diary = diary;
        this.faults = faults;
        this.trouble = trouble;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        if (trouble.atDoor(Desk.GLOBO, call, "")) {
            return;
        }
        if (!call.method().equals("POST")) {
            call.json(405, error(5, "POST attendu"));
            return;
        }
        JsonNode body = call.tree();
        if (!key.equals(body.path("apikey").asText()) || faults.strikes(FaultKind.GLOBO_ERROR)) {
            call.json(200, error(1, "apikey invalide"));
        } else if (!trouble.inAnswer(Desk.GLOBO, call, "")) {
            ask(call, body.path("qry"));
        }
    }

    private void ask(Call call, JsonNode query) throws IOException {
        JsonNode ids = query.path("ids");
        if (ids.isArray() ? faults.strikes(FaultKind.GLOBO_TEXT_ONLY) : faults.strikes(FaultKind.GLOBO_ARRAY_ONLY)) {
            call.json(200, error(2, "ids : format inattendu"));
            return;
        }
        int mode = query.path("mod").asInt();
        if (mode != 1 && mode != 2) {
            call.json(200, error(3, "mod : 1 ou 2 attendu"));
            return;
        }
        List<Day> days = days(query);
        List<Entity> entities = faults.strikes(Desk.GLOBO, FaultKind.EMPTY, "") ? List.of() : entities(mode, ids);
        trouble.send(Desk.GLOBO, call, "", Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("idx", query.path("idx").asInt());
            json.writeArrayFieldStart("res");
            for (Entity entity : entities) {
                write(json, entity, days.stream().filter(entity::has).toList());
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private List<Day> days(JsonNode query) {
        long now = clock.millis();
        return diary.days(millis(query, "deb"), Math.min(now, millis(query, "fin"))).stream()
                .filter(day -> day.uploadedMs() <= now)
                .toList();
    }

    private static long millis(JsonNode query, String field) {
        String text = query.path(field).asText();
        try {
            return LocalDateTime.parse(text, LOCAL)
                    .atZone(DemoRoster.ZONE)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new Call.BadCall(field + " \"" + text + "\": expected dd/MM/yyyy HH:mm:ss", e);
        }
    }

    /** One that is asked for, as it is asked for. */
    private record Entity(JsonNode asked, String label, boolean isTruck, int index) {
        boolean has(Day day) {
            return index == (isTruck ? day.truck() : day.driver());
        }
    }

    /** Ids as an array, or as a text that looks like one; whom nobody knows is left out. */
    private List<Entity> entities(int mode, JsonNode ids) {
        boolean isTruck = mode == 1;
        List<Entity> entities = new ArrayList<>();
        for (JsonNode id : ids.isArray() ? ids : Json.words(ids.asText())) {
            int count = isTruck ? DemoRoster.TRUCKS : DemoRoster.DRIVERS;
            IntPredicate isMeant = index -> names(isTruck, index).contains(id.asText());
            IntStream.range(0, count)
                    .filter(isMeant)
                    .forEach(index ->
                            entities.add(new Entity(id, names(isTruck, index).get(0), isTruck, index)));
        }
        return entities;
    }

    /** The first is the label. */
    private static List<String> names(boolean isTruck, int index) {
        return isTruck
                ? List.of(DemoFleet.vehicleId(index), DemoFleet.sensor(index), Integer.toString(FIRST_TRUCK_ID + index))
                : List.of(DemoFleet.driverId(index), Integer.toString(FIRST_DRIVER_ID + index));
    }

    private void write(JsonGenerator json, Entity entity, List<Day> days) throws IOException {
        boolean isText = entity.asked.isTextual() || faults.lasts(Desk.GLOBO, FaultKind.TEXT_IDS, entity.label);
        boolean isStill = faults.lasts(Desk.GLOBO, FaultKind.GLOBO_ODO_ZERO, entity.label);
        json.writeStartObject();
        json.writeObjectFieldStart("ent");
        if (isText) {
            json.writeStringField("id", entity.asked.asText());
        } else {
            json.writeNumberField("id", entity.asked.asLong());
        }
        json.writeStringField("lib", entity.label);
        json.writeNumberField(
                "odo",
                isStill
                        ? 0
                        : Math.round(days.stream().mapToDouble(Day::distanceM).sum()));
        json.writeEndObject();
        for (Kind kind : Kind.values()) {
            writeEvents(json, kind, days);
        }
        json.writeEndObject();
    }

    private static void writeEvents(JsonGenerator json, Kind kind, List<Day> days) throws IOException {
        json.writeArrayFieldStart(kind.globo());
        for (Day day : days) {
            for (EcoEvent event : day.events()) {
                if (event.kind() == kind) {
                    write(json, event);
                }
            }
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, EcoEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "dat", LOCAL.format(Instant.ofEpochMilli(event.atMs()).atZone(DemoRoster.ZONE)));
        json.writeNumberField("lat", event.latE7() / 1e7);
        json.writeNumberField("lon", event.lonE7() / 1e7);
        json.writeNumberField("val", Math.round(event.peak() * 100) / 100.0);
        json.writeNumberField("dur", event.durationMs());
        json.writeEndObject();
    }

    private static String error(int code, String label) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("err");
            json.writeNumberField("cod", code);
            json.writeStringField("lib", label);
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}

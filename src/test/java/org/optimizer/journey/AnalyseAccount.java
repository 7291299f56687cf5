package org.optimizer.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.optimizer.journey.Account.Days;
import org.optimizer.journey.Account.Still;

/** What {@code analyse} says of one vehicle's files. */
final class AnalyseAccount {
    private final String rulebook;
    private final JsonNode vehicle;
    private final Days days;

    /** @param answer about files of one vehicle */
    AnalyseAccount(JsonNode answer) {
        this.rulebook = answer.path("rulebook").asText();
        this.vehicle = answer.path("vehicles").path(0);
        this.days = new Days(all("days")
                .map(day -> LocalDate.parse(day.path("date").asText()))
                .toList());
    }

    Account account() {
        return new Account(
                lines("trips", trip -> trip.path("trip_id").asText()),
                lines(
                        "trips",
                        trip -> line(
                                moment(trip, "start"),
                                "to",
                                moment(trip, "end"),
                                trip,
                                "duration_s max_speed_kmh zero_speed_s sampling_class median_interval_s")),
                kilometres(),
                Account.standstills(
                        all("standstills").map(AnalyseAccount::still).toList(), days),
                lines(
                        "manoeuvres",
                        manoeuvre -> line(
                                moment(manoeuvre, "at"),
                                "",
                                "",
                                manoeuvre,
                                "kind duration_s peak_mps2 guard_mps2 start_speed_kmh severity points rule")),
                curves(),
                lines(
                        "days",
                        day -> line(
                                days.number(LocalDate.parse(day.path("date").asText())),
                                "",
                                "",
                                day,
                                "moving_s coverage")),
                lines("notes", note -> line(moment(note, "first_at"), "", "", note, "kind count")),
                week());
    }

    private List<String> kilometres() {
        return Stream.of(all("trips"), all("days"), Stream.of(vehicle.path("features")))
                .flatMap(Function.identity())
                .map(object -> values(object, "distance_km"))
                .toList();
    }

    private static Still still(JsonNode standstill) {
        return new Still(
                Instant.parse(standstill.path("start").asText()),
                Instant.parse(standstill.path("end").asText()),
                values(standstill, "lat lon class inferred"));
    }

    private List<String> curves() {
        return Stream.of("launch", "braking")
                .flatMap(kind -> elements(vehicle.path("curves").path(kind))
                        .map(curve -> Account.line(kind, moment(curve, "at"), values(curve, "class"))))
                .toList();
    }

    private List<String> week() {
        JsonNode features = vehicle.path("features");
        JsonNode marks = vehicle.path("marks");
        return List.of(
                Account.line("rules", rulebook),
                Account.line("fixes", values(vehicle.path("fixes"), "read kept")),
                Account.line("points", values(features, "acceleration_points braking_points")),
                Account.line("features", values(features, "rpa5_mps2 gentle_share steadiness_kmh eco_cap_share")),
                Account.line("marks", values(marks, "acceleration deceleration speed_keeping week ranked")),
                Account.line("reasons", marks.path("why_not").size()));
    }

    private List<String> lines(String array, Function<JsonNode, String> line) {
        return all(array).map(line).toList();
    }

    private Stream<JsonNode> all(String array) {
        return elements(vehicle.path(array));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private String moment(JsonNode object, String field) {
        return days.moment(Instant.parse(object.path(field).asText()));
    }

    private static String line(String first, String word, String second, JsonNode object, String fields) {
        return Account.line(Account.line(first, word, second).strip(), values(object, fields));
    }

    private static String values(JsonNode object, String fields) {
        return Account.line(Stream.of(fields.split(" "))
                .map(field -> value(object.required(field)))
                .toArray());
    }

    private static String value(JsonNode value) {
        return value.isNumber() ? Account.plain(value.decimalValue()) : value.asText();
    }
}

package org.optimizer.standin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.optimizer.standin.TraccarJson.Drive;

/** Traccar: devices and their positions by slices of time, of all fleets. {@code uniqueId} is the name that all know. */
final class TraccarDesk {
    static final String ROOT = "/traccar/api";
    private static final Duration LONGEST_SLICE = Duration.ofDays(31);
    private static final long LATE_MS = Duration.ofDays(1).toMillis();

    private final String user;
    private final String key;
    private final List<Phones> fleets;
    private final Faults faults;
    private final Trouble trouble;
    private final Clock clock;

    /** @param key password of the user, and bearer token */
    TraccarDesk(String user, String key, List<Phones> fleets, Faults faults, Trouble trouble, Clock clock) {
        this.user = user;
        this.key = key;
        this.fleets = List.copyOf(fleets);
        this.faults = faults;
        this.trouble = trouble;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        Optional<Owned> asked = asked(call);
        String vehicle = asked.map(owned -> owned.car.name()).orElse("");
        if (trouble.atDoor(Desk.TRACCAR, call, vehicle)) {
            return;
        }
        if (!isCustomer(call) || faults.strikes(Desk.TRACCAR, FaultKind.UNAUTHORIZED, vehicle)) {
            call.setHeader("WWW-Authenticate", "Basic realm=\"api\"");
            call.text(401, "text/plain;charset=UTF-8", "HTTP 401 Unauthorized");
        } else if (!trouble.inAnswer(Desk.TRACCAR, call, vehicle)) {
            answerPath(call, asked);
        }
    }

    private boolean isCustomer(Call call) {
        boolean isUser = call.basic()
                .filter(given -> user.equals(given[0]) && key.equals(given[1]))
                .isPresent();
        return isUser
                || call.header("Authorization")
                        .filter(("Bearer " + key)::equals)
                        .isPresent();
    }

    private void answerPath(Call call, Optional<Owned> asked) throws IOException {
        switch (call.path().substring(ROOT.length())) {
            case "/devices" -> devices(call);
            case "/positions" -> {
                if (asked.isEmpty()) {
                    call.json(200, "[]");
                } else {
                    positions(call, asked.get());
                }
            }
            default -> call.text(404, "text/plain;charset=UTF-8", "HTTP 404 Not Found");
        }
    }

    /** A car with its fleet. */
    private record Owned(Phones fleet, Car car) {}

    private Optional<Owned> asked(Call call) {
        return call.query("deviceId").flatMap(id -> owned().stream()
                .filter(owned -> Long.toString(owned.car.id()).equals(id))
                .findFirst());
    }

    private List<Owned> owned() {
        return fleets.stream()
                .flatMap(fleet -> fleet.cars().stream().map(car -> new Owned(fleet, car)))
                .toList();
    }

    /** All, or the one with a {@code uniqueId} or {@code id}. */
    private void devices(Call call) throws IOException {
        boolean isEmpty = faults.strikes(Desk.TRACCAR, FaultKind.EMPTY, "");
        boolean isText = faults.lasts(Desk.TRACCAR, FaultKind.TEXT_IDS, "");
        List<Car> cars = owned().stream()
                .map(Owned::car)
                .filter(car -> !isEmpty)
                .filter(car -> call.query("uniqueId").map(car.name()::equals).orElse(true))
                .filter(car ->
                        call.query("id").map(Long.toString(car.id())::equals).orElse(true))
                .toList();
        trouble.send(Desk.TRACCAR, call, "", Json.text(json -> {
            json.writeStartArray();
            for (Car car : cars) {
                TraccarJson.device(json, car, isText);
            }
            json.writeEndArray();
        }));
    }

    /** From and to, both included, as the real one does; there is no paging. */
    private void positions(Call call, Owned owned) throws IOException {
        Instant from = Call.instant("from", call.query("from").orElse(""));
        Instant to = Call.instant("to", call.query("to").orElse(""));
        if (Duration.between(from, to).compareTo(LONGEST_SLICE) > 0) {
            call.text(400, "text/plain;charset=UTF-8", "Time period exceeds the limit");
            return;
        }
        String vehicle = owned.car.name();
        List<Drive> drives = faults.strikes(Desk.TRACCAR, FaultKind.EMPTY, vehicle)
                ? List.of()
                : drives(owned, from.toEpochMilli(), to.toEpochMilli());
        trouble.send(Desk.TRACCAR, call, vehicle, Json.text(json -> {
            json.writeStartArray();
            for (Drive drive : drives) {
                for (int index = 0; index < drive.sent().size(); index++) {
                    if (drive.isAt(index, from.toEpochMilli(), to.toEpochMilli())) {
                        drive.write(json, index);
                    }
                }
            }
            json.writeEndArray();
        }));
    }

    private List<Drive> drives(Owned owned, long fromMs, long toMs) {
        String vehicle = owned.car.name();
        boolean isLate = faults.lasts(Desk.TRACCAR, FaultKind.LATE, vehicle);
        boolean isText = faults.lasts(Desk.TRACCAR, FaultKind.TEXT_IDS, vehicle);
        Predicate<FaultKind> strikes = kind -> kind.isAt(Desk.TRACCAR) && faults.strikes(Desk.TRACCAR, kind, vehicle);
        List<Drive> drives = new ArrayList<>();
        for (Track track : owned.fleet.tracks(owned.car, fromMs, toMs)) {
            if (track.uploadedMs() + (isLate ? LATE_MS : 0) <= clock.millis()) {
                Points recorded = owned.fleet.points(track);
                Sent sent = Sent.of(recorded, FaultKind.KNOTS, strikes);
                drives.add(Drive.of(owned.car, track, recorded, sent, owned.fleet.driver(track), isText));
            }
        }
        return drives;
    }
}

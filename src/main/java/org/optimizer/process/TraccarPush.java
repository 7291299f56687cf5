package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.optimizer.extract.TraccarPost;
import org.optimizer.extract.TraccarRow;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.PushSink;
import org.optimizer.model.PushRefusal;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes positions that a Traccar server forwards one by one. A position costs one row, which is there before the answer goes out;
 * days are written for many at once by {@link PushedFixes}.
 */
public class TraccarPush {
    private final Vehicles vehicles;
    private final WorkTimes workTimes;
    private final PushSink sink;
    private final FactsRefresh refresh;
    private final TransactionOperations transaction;
    private final Clock clock;

    public TraccarPush(
            Vehicles vehicles,
            WorkTimes workTimes,
            PushSink sink,
            FactsRefresh refresh,
            TransactionOperations transaction,
            Clock clock) {
        this.vehicles = vehicles;
        this.workTimes = workTimes;
        this.sink = sink;
        this.refresh = refresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a position, or the position of an event with the event as its alarm.
     *
     * @return a {@link PushAnswer} as JSON
     * @throws PushRefused when it cannot be read
     */
    public String receive(Sender sender, byte[] body) {
        TraccarPost post;
        try {
            post = TraccarPost.read(body);
        } catch (IllegalArgumentException unreadable) {
            throw new PushRefused(400, "UNREADABLE", unreadable.getMessage());
        }
        Optional<PushedFix> fix = post.position().map(this::fix);
        return transaction
                .execute(status -> fix.map(given -> keep(sender, post, given)).orElse(new PushAnswer(0, 0, List.of())))
                .json();
    }

    private PushedFix fix(TraccarRow position) {
        return position.fix(clock.instant());
    }

    private PushAnswer keep(Sender sender, TraccarPost post, PushedFix fix) {
        Optional<Vehicle> vehicle = vehicle(sender, post.deviceNames());
        if (vehicle.isEmpty()) {
            noteUnknown(sender, post.deviceNames(), fix.receivedAt());
            return new PushAnswer(0, 0, List.of(new PushAnswer.Rejected(0, "UNKNOWN_VEHICLE")));
        }
        sink.buffer(sender.source(), vehicle.get().id(), workTimes.kept(vehicle.get(), fix));
        refresh.request();
        return new PushAnswer(1, 0, List.of());
    }

    /** The first name that a vehicle has, in the order in which they say most. */
    private Optional<Vehicle> vehicle(Sender sender, List<String> names) {
        List<Vehicle> found = vehicles.listBySourceRef(sender.source(), names);
        return names.stream()
                .flatMap(name ->
                        found.stream().filter(vehicle -> vehicle.sourceRef().equals(name)))
                .filter(sender::mayName)
                .findFirst();
    }

    private void noteUnknown(Sender sender, List<String> names, Instant now) {
        String device = names.isEmpty() ? "" : names.get(0);
        String detail =
                "no vehicle of source " + sender.source() + " has one of these names: " + String.join(", ", names);
        sink.noteRefusals(List.of(new PushRefusal(sender.source(), "UNKNOWN_VEHICLE", device, detail, 1, now, now)));
    }
}

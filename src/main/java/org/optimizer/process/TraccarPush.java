package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.optimizer.extract.TraccarPost;
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
    private final Duration askAgainAfter;
    private final TransactionOperations transaction;
    private final Clock clock;
    private volatile Instant askAgainAt = Instant.MIN;

    /** @param gather how long a refresh gathers what arrives: it need not be asked for at each position */
    public TraccarPush(
            Vehicles vehicles,
            WorkTimes workTimes,
            PushSink sink,
            FactsRefresh refresh,
            Duration gather,
            TransactionOperations transaction,
            Clock clock) {
        this.vehicles = vehicles;
        this.workTimes = workTimes;
        this.sink = sink;
        this.refresh = refresh;
        // one that was asked for gathers for half that time at least, see FactsRefresh; the rest is for this one's
        // commit
        this.askAgainAfter = gather.dividedBy(4);
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
        Instant now = clock.instant();
        boolean asks = !now.isBefore(askAgainAt);
        PushAnswer answer = transaction.execute(status -> keep(sender, post, now, asks));
        if (asks && answer.accepted() > 0) {
            askAgainAt = now.plus(askAgainAfter); // only after the commit: what was rolled back has asked for nothing
        }
        return answer.json();
    }

    private PushAnswer keep(Sender sender, TraccarPost post, Instant now, boolean asks) {
        if (post.position().isEmpty()) {
            return new PushAnswer(0, 0, List.of());
        }
        Optional<Vehicle> vehicle = vehicle(sender, post.deviceNames());
        if (vehicle.isEmpty()) {
            noteUnknown(sender, post.deviceNames(), now);
            return new PushAnswer(0, 0, List.of(new PushAnswer.Rejected(0, "UNKNOWN_VEHICLE")));
        }
        PushedFix fix = workTimes.kept(vehicle.get(), post.position().get().fix(now));
        sink.buffer(sender.source(), vehicle.get().id(), fix);
        if (asks) {
            refresh.request();
        }
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

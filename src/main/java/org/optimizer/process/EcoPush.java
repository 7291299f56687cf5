package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.optimizer.extract.EcoItem;
import org.optimizer.extract.EcoMessage;
import org.optimizer.load.BehaviourSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.PeriodSink;
import org.optimizer.load.PushSink;
import org.optimizer.model.BehaviourEvent;
import org.optimizer.model.EtlRun;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.PushRefusal;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.Vehicle;

/** Takes events and marks that trackers and other systems push. */
public class EcoPush {
    private static final String OFF_HOURS = "OFF_HOURS";
    private static final Duration OLDEST = Duration.ofHours(24);
    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Instant EARLIEST =
            LocalDate.of(2000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final PushAnswers answers;
    private final PushNames names;
    private final WorkTimes workTimes;
    private final BehaviourSink events;
    private final PeriodSink periods;
    private final PushSink pushes;
    private final EtlRunSink etlRuns;
    private final Clock clock;

    public EcoPush(
            PushAnswers answers,
            PushNames names,
            WorkTimes workTimes,
            BehaviourSink events,
            PeriodSink periods,
            PushSink pushes,
            EtlRunSink etlRuns,
            Clock clock) {
        this.answers = answers;
        this.names = names;
        this.workTimes = workTimes;
        this.events = events;
        this.periods = periods;
        this.pushes = pushes;
        this.etlRuns = etlRuns;
        this.clock = clock;
    }

    /**
     * Stores what a body holds, each item once by its source and id.
     *
     * @param key the sender's own for this push, under which it may come again
     * @return a {@link PushAnswer} as JSON
     * @throws PushRefused when nothing of it is taken
     */
    public String receive(Sender sender, Optional<String> key, byte[] body) {
        return answers.answer(sender, "eco-events", key, body, () -> take(sender, read(sender, body))
                .json());
    }

    private EcoMessage read(Sender sender, byte[] body) {
        EcoMessage message;
        try {
            message = EcoMessage.read(body);
        } catch (IllegalArgumentException unreadable) {
            throw new PushRefused(400, "UNREADABLE", unreadable.getMessage());
        }
        if (!message.source().equals(sender.source())) {
            throw new PushRefused(403, "OTHER_SOURCE", "expected source \"" + sender.source() + "\" from this sender");
        }
        if (message.items().size() > EcoMessage.MOST_ITEMS) {
            throw new PushRefused(
                    413,
                    "TOO_MANY",
                    "expected at most " + EcoMessage.MOST_ITEMS + " items, found "
                            + message.items().size());
        }
        checkAge(message.sentAt());
        return message;
    }

    private void checkAge(Instant sentAt) {
        Instant now = clock.instant();
        if (sentAt.isBefore(now.minus(OLDEST)) || sentAt.isAfter(now.plus(AHEAD))) {
            throw new PushRefused(
                    409,
                    "STALE",
                    "expected sentAt of the last " + OLDEST.toHours() + " hours, found " + sentAt + ", it is " + now);
        }
    }

    private PushAnswer take(Sender sender, EcoMessage message) {
        Instant now = clock.instant();
        Taking taking = new Taking(sender, names.open(sender), now);
        // in one order for all senders: two pushes of the same items wait for each other and do not lock each other out
        message.items().stream().sorted(Comparator.comparing(EcoItem::id)).forEach(taking::take);
        return taking.end();
    }

    /** Why an item is not taken. */
    private static final class Rejection extends Exception {
        private static final long serialVersionUID = 1L;

        Rejection(String code) {
            super(code);
        }
    }

    /** The items of one push on their way. */
    private final class Taking {
        private final Sender sender;
        private final PushNames.Open known;
        private final Instant now;
        private final List<PushAnswer.Rejected> rejected = new ArrayList<>();
        private final List<PushRefusal> refusals = new ArrayList<>();
        private int accepted;
        private int duplicates;
        private int offHours;

        Taking(Sender sender, PushNames.Open known, Instant now) {
            this.sender = sender;
            this.known = known;
            this.now = now;
        }

        void take(EcoItem item) {
            try {
                boolean isNew = store(item);
                accepted += isNew ? 1 : 0;
                duplicates += isNew ? 0 : 1;
            } catch (Rejection rejection) {
                reject(item, rejection.getMessage());
            }
        }

        private boolean store(EcoItem item) throws Rejection {
            if (item instanceof EcoItem.Event event) {
                return events.add(event(event));
            }
            if (item instanceof EcoItem.Mark mark) {
                return store(mark);
            }
            throw new Rejection(((EcoItem.Bad) item).code());
        }

        private BehaviourEvent event(EcoItem.Event event) throws Rejection {
            Vehicle vehicle = known.vehicle(event.vehicle()).orElseThrow(() -> new Rejection("UNKNOWN_VEHICLE"));
            if (event.at().isAfter(now.plus(AHEAD)) || event.at().isBefore(EARLIEST)) {
                throw new Rejection("BAD_TIME");
            }
            if (!workTimes.contains(vehicle, event.at())) {
                throw new Rejection(OFF_HOURS);
            }
            return new BehaviourEvent(
                    sender.source(),
                    event.id(),
                    vehicle.id(),
                    driver(event.driver(), vehicle.siteId()),
                    event.type(),
                    event.at(),
                    event.durationMs(),
                    event.accelerationMps2(),
                    event.speedKmh(),
                    event.latitudeDeg(),
                    event.longitudeDeg(),
                    now);
        }

        private Optional<String> driver(Optional<String> ref, String siteId) throws Rejection {
            Optional<String> driver = ref.flatMap(given -> known.driver(given, siteId));
            if (ref.isPresent() && driver.isEmpty()) {
                throw new Rejection("UNKNOWN_DRIVER");
            }
            return driver;
        }

        private boolean store(EcoItem.Mark mark) throws Rejection {
            PeriodScore score = score(mark);
            boolean isNew = events.noteMark(sender.source(), mark.id(), now);
            if (isNew) {
                periods.saveScores(List.of(score));
            }
            return isNew;
        }

        private PeriodScore score(EcoItem.Mark mark) throws Rejection {
            Optional<PushNames.Whose> driver = mark.driver().flatMap(known::driver);
            Optional<PushNames.Whose> vehicle = mark.vehicle().flatMap(known::whoseVehicle);
            if (mark.driver().isPresent() && driver.isEmpty()) {
                throw new Rejection("UNKNOWN_DRIVER");
            }
            PushNames.Whose whose = driver.or(() -> vehicle).orElseThrow(() -> new Rejection("UNKNOWN_VEHICLE"));
            IsoWeek week = IsoWeek.between(mark.from(), mark.to(), known.zone(whose.siteId()))
                    .orElseThrow(() -> new Rejection("BAD_PERIOD"));
            return new PeriodScore(
                    sender.source(),
                    driver.isPresent() ? ScoredEntity.DRIVER : ScoredEntity.VEHICLE,
                    whose.id(),
                    week,
                    mark.marks(),
                    mark.global(),
                    Optional.empty(),
                    mark.distanceM(),
                    Double.NaN,
                    now);
        }

        private void reject(EcoItem item, String code) {
            rejected.add(new PushAnswer.Rejected(item.index(), code));
            if (code.equals(OFF_HOURS)) {
                offHours++; // counted, and nothing else
            } else {
                refusals.add(new PushRefusal(sender.source(), code, subject(item), "item " + item.id(), 1, now, now));
            }
        }

        private static String subject(EcoItem item) {
            if (item instanceof EcoItem.Event event) {
                return event.vehicle();
            }
            return item instanceof EcoItem.Mark mark
                    ? mark.vehicle().or(mark::driver).orElse("")
                    : "";
        }

        PushAnswer end() {
            refusals.sort(Comparator.comparing(PushRefusal::code).thenComparing(PushRefusal::subject));
            pushes.noteRefusals(refusals);
            int refused = rejected.size() - offHours;
            etlRuns.add(new EtlRun(
                    "eco-events/" + sender.source(),
                    null,
                    null,
                    null,
                    now,
                    Duration.between(now, clock.instant()).toMillis(),
                    new IntakeCount(accepted, 0, duplicates, refused, 0, offHours)));
            rejected.sort(Comparator.comparingInt(PushAnswer.Rejected::index));
            return new PushAnswer(accepted, duplicates, rejected);
        }
    }
}

package org.optimizer.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.optimizer.extract.Pushes;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.PushRefusal;
import org.optimizer.process.EcoPush;
import org.optimizer.process.TraccarPush;

/** Pushes for the pages' preview. */
final class DemoPushes {
    private static final Instant NOW = DemoWeek.NOW;

    private DemoPushes() {}

    static final class Read extends Pushes {
        Read() {
            super(null);
        }

        @Override
        public List<Total> listTotals(Instant from) {
            return List.of(
                    new Total("eco-events/globo", new IntakeCount(1_204, 0, 37, 12, 0, 3), NOW.minusSeconds(200)),
                    new Total("push/traccar", new IntakeCount(86_120, 14, 2_210, 8, 0, 5_400), NOW.minusSeconds(30)));
        }

        @Override
        public List<Waiting> listWaiting() {
            return List.of(new Waiting("traccar", "T07", 41, NOW.minusSeconds(45)));
        }

        @Override
        public List<PushRefusal> listRefusals(Instant from, int limit) {
            return List.of(
                    refusal(
                            "traccar",
                            "UNKNOWN_VEHICLE",
                            "359633100458590",
                            "no vehicle of source traccar has one of these names: 359633100458590, 22",
                            1_812),
                    refusal("globo", "BAD_SCALE", "101", "item g-m-2026-47-101", 1));
        }

        private static PushRefusal refusal(String source, String code, String subject, String detail, long times) {
            return new PushRefusal(
                    source, code, subject, detail, times, NOW.minusSeconds(90_000), NOW.minusSeconds(120));
        }
    }

    /** Nobody gets here: the preview knows no sender. */
    static final class Eco extends EcoPush {
        Eco() {
            super(null, null, null, null, null, null, null, null);
        }
    }

    /** Nobody gets here: the preview knows no sender. */
    static final class Positions extends TraccarPush {
        Positions() {
            super(null, null, null, null, Duration.ofMinutes(1), null, null);
        }
    }
}

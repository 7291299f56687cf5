package org.optimizer.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.optimizer.model.Decided;
import org.optimizer.model.DriverLink;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Objection;
import org.optimizer.model.ObjectionSum;
import org.optimizer.model.Trace;
import org.optimizer.process.DriverDoor;
import org.optimizer.process.EventMinute;
import org.optimizer.process.ObjectionDesk;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RuleRow;

/** A link to the first driver's week, an objection that waits and one that is decided; they keep what was asked of them. */
final class DemoObjections {
    static final String TOKEN = "q83vEjRWeJASNFZ4kBI0Vg";
    static final String PATH = "/m/" + TOKEN;
    static final String RULE = "manoeuvre-severity: tipper-braking-severe";
    static final String OPEN = "01KB0000000000000000000001";
    static final String REFUSED = "01KB0000000000000000000002";

    private DemoObjections() {}

    static final class Door extends DriverDoor {
        Door() {
            super(null, null, null);
        }

        @Override
        public Optional<DriverLink> open(String token) {
            return token.equals(TOKEN)
                    ? Optional.of(new DriverLink(DemoWeek.CONTEST.id(), DemoWeek.WEEK, "d1", DemoWeek.NOW))
                    : Optional.empty();
        }
    }

    static final class Desk extends ObjectionDesk {
        final List<String> calls = new ArrayList<>();
        final List<Objection> objections = new ArrayList<>();

        Desk() {
            super(null, null, null, null, null, null, null, null, null, null, null, null, null);
            reset();
        }

        void reset() {
            calls.clear();
            objections.clear();
            objections.add(objection(OPEN, 0, Objection.State.OPEN, "Un <chien> a traversé la piste devant moi.", ""));
            objections.add(objection(
                    REFUSED,
                    1,
                    Objection.State.REFUSED,
                    "Le client pressait.",
                    "Le délai d’un client ne change pas la distance de freinage."));
        }

        @Override
        public Optional<Objection> find(String id) {
            return objections.stream()
                    .filter(objection -> objection.id().equals(id))
                    .findFirst();
        }

        @Override
        public List<Objection> ofDriver(DriverLink link) {
            return objections;
        }

        @Override
        public List<Listed> listed() {
            return objections.stream()
                    .map(objection -> new Listed(objection, "Amélie Fontaine", DemoWeek.SITE))
                    .toList();
        }

        @Override
        public String nameOf(Objection objection) {
            return "Amélie Fontaine";
        }

        @Override
        public List<ObjectionSum> sums() {
            return List.of(
                    new ObjectionSum(RULE, 214, 9, 1, 6, 2, DemoWeek.NOW.minusSeconds(3 * 3600)),
                    new ObjectionSum(
                            "manoeuvre-severity: tipper-acceleration-strong",
                            1208,
                            1,
                            1,
                            0,
                            0,
                            DemoWeek.NOW.minusSeconds(600)));
        }

        @Override
        public String raise(DriverLink link, EventKey event, String words) {
            if (words.isBlank()) {
                throw new Refused("words-missing", "expected words, found none");
            }
            calls.add("raise " + link.driverId() + " " + event.kind() + " " + event.at() + " " + words);
            return OPEN;
        }

        @Override
        public void decide(String id, Verdict verdict, String reason, String by) {
            Objection objection =
                    find(id).orElseThrow(() -> new IllegalArgumentException("objection " + id + ": none"));
            if (reason.isBlank()) {
                throw new Refused("reason-missing", "expected a reason, found none");
            }
            calls.add(verdict + " " + objection.id() + " " + reason + " " + by);
        }
    }

    private static Objection objection(String id, int event, Objection.State state, String words, String reason) {
        DrivingEvent about = DemoWeek.events().get(event);
        return new Objection(
                id,
                DemoWeek.CONTEST.id(),
                DemoWeek.WEEK,
                "d1",
                EventKey.of(about),
                about.severity(),
                about.points(),
                RULE,
                "9f3c1ab7",
                words,
                DemoWeek.NOW.minusSeconds(3600),
                state,
                reason.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Decided("anne", DemoWeek.NOW.minusSeconds(600), reason)));
    }

    /** A brake from 62 to 9 km/h on a road that bends. */
    static final class Minutes extends EventMinute {
        boolean forgotten;

        Minutes() {
            super(null, null, null, null);
        }

        @Override
        public Minute around(Objection objection) {
            Trace fixes = forgotten ? Trace.EMPTY : fixes(objection.event().at());
            return new Minute(DemoWeek.SITE, fixes, forgotten ? Optional.empty() : Optional.of(row()));
        }

        private static Trace fixes(Instant at) {
            return Trace.of(IntStream.rangeClosed(-30, 30)
                    .mapToObj(second -> fix(at, second))
                    .toList());
        }

        private static GpsFix fix(Instant at, int second) {
            double kmh = second < 0 ? 62 + Math.sin(second) : Math.max(9, 62 - 9.5 * second);
            double way = second < 0 ? second * 17.0 : 60 * Math.tanh(second / 8.0);
            double north = 43.8 + way * 8e-6;
            double east = 3.1 + way * way * 2.2e-8 + way * 4e-6;
            return new GpsFix(
                    at.plusSeconds(second), "9301", north, east, kmh / 3.6, 4, Double.NaN, Double.NaN, Double.NaN);
        }

        private static RuleRow row() {
            return RuleRow.find(
                            Map.of(
                                    "manoeuvre-severity.table.csv",
                                    "id,vehicle_class,kind,severity,peak_from_mps2,peak_below_mps2,points,why\n"
                                            + "tipper-braking-severe,tipper,braking,severe,2.0,,6,Seuil de départ"),
                            RULE)
                    .orElseThrow();
        }
    }
}

package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Trip;
import org.optimizer.transform.scoring.DriverWeeks;

/**
 * What benchmarks compare with: a loop that puts the questions of a driver-week into a session of the same compiled rules, fires,
 * and does nothing else. For one thread.
 */
public final class BareDrools {
    private final KieSession session;

    /** All that the rules are asked about one driver. */
    public record Asked(List<DrivenTrip> trips, List<DrivingEvent> events, DriverWeek week) {}

    public BareDrools(Rulebook rules) {
        session = base(rules).newKieSession();
    }

    /** The product needs no door to its compiled rules; the comparison does. */
    private static KieBase base(Rulebook rulebook) {
        return (KieBase) field(field(rulebook, RulePool.class), KieBase.class);
    }

    private static Object field(Object owner, Class<?> type) {
        try {
            var found = Arrays.stream(owner.getClass().getDeclaredFields())
                    .filter(field -> field.getType() == type)
                    .findFirst()
                    .orElseThrow();
            found.setAccessible(true);
            return found.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("a field that was made accessible", impossible);
        }
    }

    /** @param trips of one vehicle class */
    public static Asked asked(List<DrivenTrip> trips, DriverWeek week, Rulebook rules) {
        List<DrivingEvent> events = trips.stream()
                .flatMap(trip -> DriverWeeks.events(trip, rules).stream())
                .toList();
        return new Asked(trips, events, week);
    }

    /** @return the last answer, so that nobody optimises it away */
    public Object ask(Asked asked) {
        for (DrivenTrip trip : asked.trips) {
            fire(List.of(quality(trip.trip())));
        }
        return fire(questions(asked));
    }

    private List<? extends Question> fire(List<? extends Question> questions) {
        List<FactHandle> handles = new ArrayList<>(questions.size());
        questions.forEach(question -> handles.add(session.insert(question)));
        session.fireAllRules();
        handles.forEach(session::delete);
        return questions;
    }

    /** Alone, as its table is one of the first row that fits. */
    private static TripQuality quality(Trip trip) {
        return new TripQuality(trip.medianIntervalS(), trip.dopplerShare(), trip.speedAccuracyMps());
    }

    private static List<Question> questions(Asked asked) {
        DriverWeek week = asked.week;
        String vehicleClass = week.league().code();
        List<Question> questions = new ArrayList<>();
        for (DrivingEvent event : asked.events) {
            questions.add(new Peak(vehicleClass, event.kind().code(), event.peakMps2(), event.guardMps2()));
        }
        for (Feature feature : week.features().keySet()) {
            questions.add(new FeatureValue(
                    vehicleClass, feature.code(), week.features().get(feature)));
        }
        for (MarkKind kind : MarkKind.values()) {
            questions.add(new MarkShare(vehicleClass, kind.code()));
        }
        for (String quantity : TableForms.QUANTITIES) {
            questions.add(new WeekFigure(vehicleClass, quantity, 1000, week.movingH()));
        }
        return questions;
    }
}

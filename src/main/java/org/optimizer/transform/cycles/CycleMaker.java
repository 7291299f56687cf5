package org.optimizer.transform.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.optimizer.model.Cycle;
import org.optimizer.model.CycleFacts;
import org.optimizer.model.CycleVerdict;
import org.optimizer.model.KpiRules;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SiteCalendar;

/** Makes cycles of candidates: measures their phases and asks the rules what they were. */
final class CycleMaker {
    private final String vehicleId;
    private final SiteCalendar calendar;
    private final ZoneBook zones;
    private final Odometer odometer;
    private final List<Stop> breaks;
    private final Rulebook rulebook;
    private final KpiRules rules;
    private final Map<LocalDate, Integer> numbers = new HashMap<>();

    /** @param breaks standstills that are taken out of the phases */
    CycleMaker(
            String vehicleId,
            SiteCalendar calendar,
            ZoneBook zones,
            Odometer odometer,
            List<Stop> breaks,
            Rulebook rulebook) {
        this.vehicleId = vehicleId;
        this.calendar = calendar;
        this.zones = zones;
        this.odometer = odometer;
        this.breaks = breaks;
        this.rulebook = rulebook;
        this.rules = rulebook.kpi(calendar.siteId());
    }

    /** @param candidates in order of time */
    List<Cycle> make(List<Candidate> candidates) {
        return candidates.stream().map(this::make).toList();
    }

    private Cycle make(Candidate candidate) {
        Instant start = Instant.ofEpochMilli(candidate.startMs());
        LocalDate day = calendar.dayOf(start);
        CycleVerdict verdict = rulebook.judge(facts(candidate));
        Map<Phase, Double> phases = phasesS(candidate);
        return new Cycle(
                numbers.merge(day, 0, (number, first) -> number + 1),
                vehicleId,
                day,
                candidate.load().whole().stay().visit().driverId(),
                calendar.shiftAt(start).map(SiteCalendar.WorkedShift::name),
                start,
                Instant.ofEpochMilli(candidate.endMs()),
                candidate.load().zone(),
                unloadZone(candidate),
                verdict.complete(),
                verdict.reason(),
                verdict.flags(),
                verdict.measured(),
                phases.get(Phase.LOAD),
                phases.get(Phase.HAUL),
                phases.get(Phase.UNLOAD),
                phases.get(Phase.RETURN),
                breakMs(candidate.startMs(), candidate.endMs()) / 1e3,
                candidate.loadPhase().map(ZonePart::queueS).orElse(0.0),
                candidate.unloads().stream().mapToDouble(ZonePart::queueS).sum(),
                odometer.between(candidate.startMs(), candidate.endMs()),
                km(candidate, Phase.HAUL),
                km(candidate, Phase.RETURN));
    }

    private CycleFacts facts(Candidate candidate) {
        boolean allowed = unloadZone(candidate)
                .map(zone -> zones.mayUnload(candidate.load().zone(), zone))
                .orElse(true);
        boolean censored = candidate.endCensored() || inZones(candidate).anyMatch(ZonePart::isEntryCensored);
        boolean gap = inZones(candidate)
                .anyMatch(part -> part.gapS() > rules.zoneGap().toMillis() / 1e3);
        return new CycleFacts(candidate.endedBy(), candidate.unloads().size(), allowed, censored, gap);
    }

    private static Stream<ZonePart> inZones(Candidate candidate) {
        return Stream.concat(candidate.loadPhase().stream(), candidate.unloads().stream());
    }

    private static Optional<String> unloadZone(Candidate candidate) {
        return candidate.unloads().stream().findFirst().map(ZonePart::zone);
    }

    private Map<Phase, Double> phasesS(Candidate candidate) {
        Map<Phase, Double> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            phases.put(phase, 0.0);
        }
        for (PhaseSpan span : candidate.phases()) {
            long workedMs = span.toMs() - span.fromMs() - breakMs(span.fromMs(), span.toMs());
            phases.merge(span.phase(), workedMs / 1e3, Double::sum);
        }
        return phases;
    }

    private long breakMs(long fromMs, long toMs) {
        return breaks.stream().mapToLong(stop -> stop.withinMs(fromMs, toMs)).sum();
    }

    private double km(Candidate candidate, Phase phase) {
        return candidate.phases().stream()
                .filter(span -> span.phase() == phase)
                .mapToDouble(span -> odometer.between(span.fromMs(), span.toMs()))
                .sum();
    }
}

package org.optimizer.transform.cycles;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.IdleVerdict;
import org.optimizer.model.Rulebook;
import org.optimizer.model.StandstillFacts;
import org.optimizer.model.YesNo;

/** Asks the rules what a standstill was, given where it was and what the vehicle was doing. */
final class StopJudge {
    private final List<JudgedStay> stays;
    private final List<ZonePart> parts;
    private final StateLine states;
    private final ZoneBook zones;
    private final Rulebook rulebook;

    StopJudge(List<JudgedStay> stays, List<ZonePart> parts, StateLine states, ZoneBook zones, Rulebook rulebook) {
        this.stays = stays;
        this.parts = parts;
        this.states = states;
        this.zones = zones;
        this.rulebook = rulebook;
    }

    JudgedStop judge(Stop stop) {
        Optional<Stay> stay = stays.stream()
                .map(JudgedStay::stay)
                .filter(each -> each.contains(stop.middleMs()))
                .findFirst();
        Optional<String> zone = stay.map(each -> each.visit().zone()).or(stop::zone);
        Optional<String> type = stay.map(each -> each.visit().type()).or(() -> zone.flatMap(zones::typeOf));
        IdleVerdict verdict = rulebook.classify(new StandstillFacts(
                stop.durationS(), stop.inferred(), type, states.at(stop.middleMs()), longest(stop), YesNo.UNKNOWN));
        return new JudgedStop(stop, zone, type, verdict);
    }

    /** Outside any visit there is nothing to compare it with. */
    private YesNo longest(Stop stop) {
        return parts.stream()
                .filter(part -> part.contains(stop.middleMs()))
                .findFirst()
                .map(part -> YesNo.of(part.longest().filter(stop::equals).isPresent()))
                .orElse(YesNo.UNKNOWN);
    }
}

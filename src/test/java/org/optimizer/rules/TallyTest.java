package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;

class TallyTest {
    private final Rulebook rules = RulesFolder.shipped();
    private final SortedMap<String, Long> fired = new TreeMap<>();

    private Object judge(double peakMps2) {
        return rules.judge(VehicleClass.TIPPER, ManoeuvreKind.BRAKING, peakMps2, 0);
    }

    @Test
    void theRowThatAnsweredIsCountedAndNoOther() {
        Tally.counting(fired, () -> judge(9));
        Tally.counting(fired, () -> judge(9));
        Tally.counting(fired, () -> judge(0.1));

        assertThat(fired).containsExactly(Map.entry("manoeuvre-severity: tipper-braking-severe", 2L));
    }

    @Test
    void anAnswerThatIsKeptCountsEachTimeItIsUsed() {
        rules.limits(VehicleClass.VAN);
        Tally.counting(fired, () -> rules.limits(VehicleClass.VAN));
        Tally.counting(fired, () -> rules.limits(VehicleClass.VAN));
        Tally.counting(fired, rules::contest);

        assertThat(fired).containsEntry("driving-limits: van", 2L).containsEntry("contest: shrink-km", 1L);
    }

    @Test
    void nothingIsCountedOutsideNorOnAnotherThread() throws InterruptedException {
        judge(9);
        Thread other = new Thread(() -> judge(9));
        Tally.counting(fired, () -> {
            other.start();
            return null;
        });
        other.join();

        assertThat(fired).isEmpty();
    }
}

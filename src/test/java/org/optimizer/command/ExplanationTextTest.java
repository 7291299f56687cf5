package org.optimizer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Explanation;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.optimizer.transform.scoring.explain.Explainer;

class ExplanationTextTest {
    private static String printed(Explanation explanation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExplanationText.print(explanation, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theWorkedExampleSaysWhatEventsCostAndTheCheapestWayToAPoint() {
        Rulebook rules = RulesFolder.shipped();
        String text = printed(Explainer.of(
                Week.worked().scoredWithEvents("d1", rules), Week.worked().means(), rules));
        assertThat(text)
                .containsPattern("severe braking +1 +\\+1\\.80 +\\+0\\.63\\R")
                .containsPattern("gentle share, % +62\\.0 to 65\\.6 +5\\.8 % +\\+1\\.00\\R")
                .containsPattern("RPA₅, m/s² +0\\.0680 to 0\\.0616 +9\\.5 % +\\+1\\.00\\R")
                .containsPattern("brakings +1 strong, 1 harsh, 1 severe less +10\\.3 % +\\+1\\.09\\R")
                .containsPattern("accelerations +3 harsh less +12\\.5 % +\\+1\\.27\\R");
    }

    @Test
    void nothingIsPrintedWhereThereIsNothingToSay() {
        FleetMean average = new FleetMean(VehicleClass.VAN, 6, 7);
        assertThat(printed(new Explanation(average, List.of(), List.of(), List.of())))
                .isEmpty();
    }
}

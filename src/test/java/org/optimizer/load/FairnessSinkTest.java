package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Fairness;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.FairnessFactor;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.FairnessFinding.Outcome;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SamplingClass;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class FairnessSinkTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W53");

    @Autowired
    private ProducerTemplate camel;

    private static FairnessFinding finding(IsoWeek week, FairnessFactor factor, Outcome outcome, double estimate) {
        return new FairnessFinding(
                "c1", week, factor, outcome, estimate, estimate, 1.0 / 3, Double.NaN, 0.3, 14, 97, 8);
    }

    @Test
    void findingsAreReadAsTheyWereWrittenNewestWeekFirstAndInTheOrderOfTheFactors() {
        FairnessSink sink = new FairnessSink(camel);
        List<FairnessFinding> earlier = List.of(finding(WEEK, FairnessFactor.VEHICLE, Outcome.TOO_FEW, Double.NaN));
        List<FairnessFinding> later = List.of(
                finding(WEEK.plusWeeks(1), FairnessFactor.SAMPLING_INTERVAL, Outcome.CLEAR, -0.05),
                finding(WEEK.plusWeeks(1), FairnessFactor.DEVICE_CLASS, Outcome.NEEDS_LOOK, 0.1 + 0.2));
        sink.replaceFindings("c1", WEEK, earlier);
        sink.replaceFindings("c1", WEEK.plusWeeks(1), later);

        assertThat(new Fairness(camel).listFindings("c1")).containsExactly(later.get(0), later.get(1), earlier.get(0));
        assertThat(new Fairness(camel).listFindings("c2")).isEmpty();
    }

    @Test
    void anotherAuditReplacesThatOfTheSameWeekOnly() {
        FairnessSink sink = new FairnessSink(camel);
        FairnessFinding other = finding(WEEK.plusWeeks(-1), FairnessFactor.VEHICLE, Outcome.CLEAR, 0.1);
        FairnessFinding again = finding(WEEK, FairnessFactor.VEHICLE, Outcome.CLEAR, 0.2);
        sink.replaceFindings("c1", other.week(), List.of(other));
        sink.replaceFindings("c1", WEEK, List.of(finding(WEEK, FairnessFactor.SPEED_ACCURACY, Outcome.CLEAR, 0)));
        sink.replaceFindings("c1", WEEK, List.of(again));
        sink.replaceFindings("c1", WEEK, List.of(again));

        assertThat(new Fairness(camel).listFindings("c1")).containsExactly(again, other);
    }

    @Test
    void whatRecordedAWeekIsKeptByDriver() {
        FairnessSink sink = new FairnessSink(camel);
        DeviceWeek first =
                new DeviceWeek("d1", WEEK, "v1", 1.0 / 3, Double.NaN, 0.99, SamplingClass.A, DeviceClass.NOT_REPORTED);
        DeviceWeek second = new DeviceWeek("d2", WEEK, "v1", 2, 0.5, 1, SamplingClass.C, DeviceClass.USUAL);
        sink.replaceDevices("c1", WEEK, List.of(second));
        sink.replaceDevices("c1", WEEK, List.of(second, first));

        assertThat(new Fairness(camel).listDevices("c1", WEEK)).containsExactly(first, second);
        assertThat(new Fairness(camel).listDevices("c1", WEEK.plusWeeks(1))).isEmpty();
    }
}

package org.optimizer.transform.scoring.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.DriverScore;
import org.optimizer.model.RecordedTrip;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.Scores;

class DeviceWeeksTest {
    private final DriverScore score =
            Scores.of("d1", VehicleClass.VAN, "60.00", 300).built();

    private DeviceWeek only(RecordedTrip... trips) {
        List<DeviceWeek> weeks = DeviceWeeks.of(List.of(score), List.of(trips));
        assertThat(weeks).hasSize(1);
        return weeks.get(0);
    }

    @Test
    void figuresAreMeansWeightedByKilometres() {
        DeviceWeek week = only(
                new RecordedTrip("d1", "v1", 10, 1, 1, 0.2),
                new RecordedTrip("d1", "v2", 30, 2, 0.96, Double.NaN),
                new RecordedTrip("d2", "v1", 500, 9, 0, 5));
        assertThat(week.intervalS()).isCloseTo(1.75, within(1e-12));
        assertThat(week.dopplerShare()).isCloseTo(0.97, within(1e-12));
        assertThat(week.speedAccuracyMps()).as("of the trips that report one").isEqualTo(0.2);
        assertThat(week.vehicleId()).isEqualTo("v2");
        assertThat(week.samplingClass()).isEqualTo(SamplingClass.A);
    }

    @Test
    void phonesThatAreSetAlikeDoNotDifferByHowKilometresAddUp() {
        DeviceWeek one =
                only(new RecordedTrip("d1", "v1", 0.1, 1.1, 1, 0.2), new RecordedTrip("d1", "v1", 0.2, 1.1, 1, 0.2));
        assertThat(one.intervalS()).isEqualTo(1.1);
    }

    @Test
    void ofTwoVehiclesWithTheSameKilometresTheFirstCounts() {
        assertThat(only(new RecordedTrip("d1", "v2", 10, 1, 1, 0.2), new RecordedTrip("d1", "v1", 10, 1, 1, 0.2))
                        .vehicleId())
                .isEqualTo("v1");
    }

    @Test
    void whoHasNotDrivenHasNoDevice() {
        assertThat(DeviceWeeks.of(List.of(score), List.of(new RecordedTrip("d1", "v1", 0, 1, 1, 0.2))))
                .isEmpty();
    }

    @Test
    void phonesAreClassedByWhatTheyReport() {
        assertThat(DeviceClass.of(0.3, 1)).isEqualTo(DeviceClass.PRECISE);
        assertThat(DeviceClass.of(0.301, 1)).isEqualTo(DeviceClass.USUAL);
        assertThat(DeviceClass.of(0.5, 0.9)).isEqualTo(DeviceClass.USUAL);
        assertThat(DeviceClass.of(0.501, 1)).isEqualTo(DeviceClass.POOR);
        assertThat(DeviceClass.of(0.2, 0.899)).as("a tenth without speed").isEqualTo(DeviceClass.POOR);
        assertThat(DeviceClass.of(Double.NaN, 1)).isEqualTo(DeviceClass.NOT_REPORTED);
    }
}

package org.optimizer.testing;

import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Zones;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.process.Intake;
import org.optimizer.process.IntakeSettings;

/** The door for fixes as the product has it, on a test's database. */
public final class StoredIntake {
    private StoredIntake() {}

    public static Intake of(ProducerTemplate camel) {
        return of(camel, new TraceSink(camel), IntakeSettings.USUAL);
    }

    public static Intake of(ProducerTemplate camel, TraceSink sink, IntakeSettings settings) {
        return new Intake(
                new Sites(camel), new Zones(camel), new TraceDays(camel), sink, new RejectSink(camel), settings);
    }
}

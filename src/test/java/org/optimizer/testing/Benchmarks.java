package org.optimizer.testing;

import org.optimizer.extract.FixReaderBenchmark;
import org.optimizer.process.BacktestBenchmark;
import org.optimizer.process.IngestionBenchmark;
import org.optimizer.process.IntakeBenchmark;
import org.optimizer.process.ReviewBenchmark;
import org.optimizer.process.StoredWeekBenchmark;
import org.optimizer.rules.ReloadsBenchmark;
import org.optimizer.rules.TallyBenchmark;
import org.optimizer.rules.WeekScoringBenchmark;
import org.optimizer.transform.VehicleDayBenchmark;
import org.optimizer.transform.kpi.ActivitiesBenchmark;
import org.optimizer.transform.zones.VisitsBenchmark;

/** All benchmarks, one after the other; each says its figures when it ends. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        FixReaderBenchmark.main(arguments);
        VehicleDayBenchmark.main(arguments);
        VisitsBenchmark.main(arguments);
        ActivitiesBenchmark.main(arguments);
        WeekScoringBenchmark.main(arguments);
        TallyBenchmark.main(arguments);
        StoredWeekBenchmark.main(arguments);
        ReviewBenchmark.main(arguments);
        IntakeBenchmark.main(arguments);
        IngestionBenchmark.main(arguments);
        BacktestBenchmark.main(arguments);
        ReloadsBenchmark.main(arguments);
    }
}

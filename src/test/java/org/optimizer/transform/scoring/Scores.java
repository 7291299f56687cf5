package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.VehicleClass;

/** Builds scores as they are stored, without the facts behind them. */
public final class Scores {
    private final String driver;
    private final VehicleClass league;
    private final BigDecimal score;
    private final double km;
    private IsoWeek week = Week.W43;
    private boolean ranked = true;
    private Optional<BigDecimal> doubt = Optional.empty();
    private final List<Mark> marks = new ArrayList<>();

    private Scores(String driver, VehicleClass league, String score, double km) {
        this.driver = driver;
        this.league = league;
        this.score = new BigDecimal(score);
        this.km = km;
    }

    public static Scores of(String driver, VehicleClass league, String score, double km) {
        return new Scores(driver, league, score, km);
    }

    public Scores week(IsoWeek value) {
        week = value;
        return this;
    }

    public Scores ranked(boolean value) {
        ranked = value;
        return this;
    }

    public Scores mark(MarkKind kind, double points) {
        marks.add(new Mark(kind, points, 0.35, List.of()));
        return this;
    }

    public Scores doubt(String value) {
        doubt = Optional.of(new BigDecimal(value));
        return this;
    }

    public DriverScore built() {
        DriverWeek facts = new DriverWeek(
                driver, week, league, km, 20, 5, 1, Map.of(SamplingClass.A, km), km, 0, 0, 0, 0, Map.of());
        return new DriverScore("c1", facts, marks, Optional.of(score), doubt, ranked, List.of(), "sha256:0");
    }
}

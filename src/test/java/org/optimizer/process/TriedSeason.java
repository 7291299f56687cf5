package org.optimizer.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.BacktestResults;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Facts;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.BacktestSink;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Exclusion;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.model.RuleChange.State;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.RuleSettings.FolderChanges;
import org.optimizer.rules.CellEdit;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Four drivers whose two closed weeks can be scored by hand, and a third week that is still in review.
 *
 * <p>Each drives 800 km, all of them shrunk to means of 8 and 9 points, so P points a week are (P + 8) / 9 or (P + 9) / 9 on 100
 * km. All else is the same: 100 for the curve of acceleration and for gentle brakings, 81.33 for keeping speed. With A and B, what the points
 * leave of 100, the week is worth 0.35 · (0.6 A + 40) + 0.35 · (0.6 B + 40) + 0.3 · 81.33.
 */
final class TriedSeason {
    static final IsoWeek W43 = Week.W43;
    static final IsoWeek W44 = W43.plusWeeks(1);
    static final IsoWeek W45 = W43.plusWeeks(2);
    private static final List<String> OWN =
            List.of("backtest_kpi", "backtest_move", "backtest_row", "backtest", "rule_activation", "rule_change");

    final RulebookShelf shelf = new RulebookShelf(RulesFolder.SHIPPED, version -> kept(version));
    final RuleChanges changes;
    final RuleChangeSink changeSink;
    final BacktestResults results;
    final Season season;
    private final ProducerTemplate camel;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;

    TriedSeason(ProducerTemplate camel, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.camel = camel;
        this.jdbc = jdbc;
        this.transactions = transactions;
        changes = new RuleChanges(camel);
        changeSink = new RuleChangeSink(camel);
        results = new BacktestResults(camel);
        season = new Season(camel, jdbc, transactions, shelf);
    }

    private Optional<Map<String, String>> kept(String version) {
        return Season.keptRules(camel).find(version);
    }

    void drive() {
        season.contest(ScoringMethod.ABSOLUTE, "anna", "bert", "cleo", "dora");
        for (IsoWeek week : List.of(W43, W44, W45)) {
            season.drives("anna", plain(week).events(ManoeuvreKind.BRAKING, 1.2, 27));
            season.drives("bert", plain(week).events(ManoeuvreKind.BRAKING, 1.5, 12));
            season.drives("cleo", plain(week).events(ManoeuvreKind.BRAKING, 2.2, 3));
            season.drives(
                    "dora",
                    plain(week)
                            .events(ManoeuvreKind.ACCELERATION, 0.7, 16)
                            .events(ManoeuvreKind.ACCELERATION, 1.05, 2));
            season.opens(week, new FleetMean(VehicleClass.ARTIC, 8, 9));
            season.scores(week);
        }
        season.reviewSink.exclude(Season.CONTEST, W44, new Exclusion("bert", "was ill", "alice", season.clock.now));
        season.moves(W43, Batch.State.CLOSED);
        season.moves(W44, Batch.State.PUBLISHED);
    }

    private static Week plain(IsoWeek week) {
        return Week.of(VehicleClass.ARTIC, 800).in(week).rpa5(0.03).gentle(0.8);
    }

    void clear() {
        OWN.forEach(table -> jdbc.update("delete from " + table));
        season.clear();
    }

    /** Braking gets milder, acceleration harder. */
    Map<String, String> draft() {
        return edited(
                edit("braking", "strong", "peak_from_mps2", 1.3),
                edit("braking", "strong", "peak_below_mps2", 1.6),
                edit("braking", "harsh", "peak_from_mps2", 1.6),
                edit("acceleration", "strong", "peak_from_mps2", 0.6),
                edit("acceleration", "strong", "peak_below_mps2", 1.0),
                edit("acceleration", "harsh", "peak_from_mps2", 1.0));
    }

    Map<String, String> edited(CellEdit... edits) {
        return DraftRules.edited(shelf.folderFiles(), List.of(edits)).files();
    }

    private static CellEdit edit(String kind, String severity, String column, double value) {
        return new CellEdit(
                "manoeuvre-severity", Map.of("id", "artic-" + kind + "-" + severity), column, value, "test", 0, 0);
    }

    /** @return the change's id */
    String propose(Map<String, String> files) {
        RulebookSink sink = new RulebookSink(camel);
        String version = DraftRules.compile(files).version();
        sink.keep(shelf.folderVersion(), shelf.folderFiles(), season.clock.now);
        sink.keep(version, files, season.clock.now);
        RuleChange change = new RuleChange(
                Ulid.at(season.clock.now),
                Origin.UPLOAD,
                State.PROPOSED,
                shelf.folderVersion(),
                version,
                "fairer",
                "anne",
                season.clock.now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        changeSink.add(change);
        return change.id();
    }

    BacktestSink sink() {
        return new BacktestSink(camel);
    }

    Backtests backtests(BacktestSink sink) {
        return backtests(sink, season.clock);
    }

    private Backtests backtests(BacktestSink sink, Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Backtests(
                new Contests(camel),
                new Drivers(camel),
                new PastWeeks(new Contests(camel), new Facts(camel), new Scores(camel), new Appeals(camel)),
                new KpiBacktest(
                        new Sites(camel),
                        new Vehicles(camel),
                        new Facts(camel),
                        new Zones(camel),
                        new ActivityDays(camel),
                        clock),
                changes,
                sink,
                shelf,
                new RuleSettings(FolderChanges.PROPOSE, 8, Duration.ofMinutes(4), Duration.ofMinutes(1)),
                own,
                clock);
    }

    ChangeRules steps(BacktestSink sink) {
        return steps(sink, season.clock);
    }

    ChangeRules steps(BacktestSink sink, Clock clock) {
        return new ChangeRules(changes, changeSink, shelf, backtests(sink, clock), season.clock);
    }

    /** What every table but those of the backtest holds, as one hash a table. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        jdbc
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = schema()", String.class)
                .stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .filter(table -> !table.startsWith("backtest") && !table.startsWith("flyway"))
                .forEach(table -> hashes.put(table, hash(season.tables(table).get(table))));
        return hashes;
    }

    private static String hash(List<String> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeSet<>(rows).forEach(row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
            return rows.size() + " rows " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

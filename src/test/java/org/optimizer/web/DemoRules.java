package org.optimizer.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.Contest;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleActivation;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.model.RuleChange.State;
import org.optimizer.process.Calibration;
import org.optimizer.process.FolderWatch;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RuleBoard;
import org.optimizer.process.RuleDesk;
import org.optimizer.rules.Cell;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.Upload;

/** Rules in force, a change that waits for a decision, and one that was decided. */
final class DemoRules {
    static final String CHANGE = "01M844DZG0TBM2QH3RWTDEY1RC";
    static final String PAGE = "/rules/changes/" + CHANGE;
    private static final String IN_FORCE = "sha256:9f3c1ab77e02d4c8";
    private static final String COMING = "sha256:77aa02d4c89f3c1b";
    private static final String WANTED = "sha256:5c7d54876d70aabb";

    /** The product's own tables. */
    static final Map<String, String> FILES = files();

    private static List<DraftChange> differences(String table) {
        return List.of(new DraftChange(Kind.TABLE, table, "tipper-braking-strong", "points", "1", "2", "", 0, 0));
    }

    private DemoRules() {}

    private static Map<String, String> files() {
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            Map<String, String> all = new TreeMap<>();
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".md")).toList()) {
                all.put(file.getFileName().toString(), Files.readString(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Board extends RuleBoard {
        State state = State.IN_APPROVAL;
        String author = "rule-author";
        Backtest.State backtest = Backtest.State.DONE;
        Map<String, Integer> fired = Map.of();
        List<BacktestKpi> kpis = List.of();
        List<Contest> others = List.of();
        String table = "manoeuvre-severity.table.csv";
        FolderWatch.Problem problem;

        Board() {
            super(null, null, null, null, null, null, null, null, null, Map::of);
        }

        @Override
        public Tables tables() {
            return new Tables(IN_FORCE, RuleTables.views(FILES), fired);
        }

        @Override
        public byte[] workbook(Locale language) {
            return RuleTables.workbook(FILES, language, fired);
        }

        @Override
        public Optional<String> csv(String table) {
            return Optional.ofNullable(FILES.get(table + ".table.csv"));
        }

        void reset() {
            state = State.IN_APPROVAL;
            author = "rule-author";
            backtest = Backtest.State.DONE;
            fired = Map.of();
            problem = null;
            kpis = List.of();
            others = List.of();
            table = "manoeuvre-severity.table.csv";
        }

        @Override
        public ZoneId zone() {
            return DemoWeek.SITE.zone();
        }

        private RuleChange change() {
            return new RuleChange(
                    CHANGE,
                    Origin.UPLOAD,
                    state,
                    IN_FORCE,
                    WANTED,
                    "freinages <forts> trop peu chers",
                    author,
                    DemoWeek.NOW,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public Overview overview() {
            return new Overview(
                    IN_FORCE,
                    DemoWeek.WEEK.plusWeeks(1),
                    true,
                    Optional.ofNullable(problem),
                    List.of(change()),
                    List.of(
                            activation(3, COMING, DemoWeek.WEEK.plusWeeks(2), "admin"),
                            activation(2, IN_FORCE, DemoWeek.WEEK.plusWeeks(-3), "admin"),
                            activation(1, "sha256:0a1b2c3d4e5f6071", new IsoWeek(1970, 1), RuleChange.FOLDER)));
        }

        private static RuleActivation activation(long id, String version, IsoWeek from, String by) {
            return new RuleActivation(
                    id, version, from, DemoWeek.NOW, by, Optional.empty(), "plus juste", Optional.empty());
        }

        @Override
        public View view(String changeId) {
            if (!changeId.equals(CHANGE)) {
                throw new IllegalArgumentException("no change " + changeId);
            }
            Calibration.View draft = new DemoCalibration().view(DemoCalibration.DRAFT);
            List<BacktestMove> moves = new ArrayList<>();
            draft.effect().forEach(week -> week.moves()
                    .forEach(move -> moves.add(new BacktestMove(
                            DemoWeek.CONTEST.id(),
                            week.week(),
                            move,
                            move.changesRank() ? Optional.of("Sem.47: note 14,8/20") : Optional.empty(),
                            move.changesRank() ? Optional.of("Sem.47: note 14,3/20") : Optional.empty()))));
            return new View(
                    change(),
                    differences(table),
                    Optional.of(new Backtest(CHANGE, backtest, 1, 2, DemoWeek.NOW, Optional.empty())),
                    moves,
                    kpis,
                    state == State.TRIAL ? DemoTrial.weeks() : List.of(),
                    List.of("manoeuvre-severity: van-braking-severe"),
                    DemoWeek.WEEK.plusWeeks(1),
                    Stream.concat(Stream.of(DemoWeek.CONTEST), others.stream())
                            .collect(Collectors.toMap(Contest::id, Function.identity())),
                    Map.of(DemoWeek.SITE.id(), DemoWeek.SITE.name()),
                    draft.drivers());
        }

        @Override
        public List<DraftChange> between(String before, String after) {
            if (!before.startsWith("sha256:")) {
                throw new IllegalArgumentException("no version " + before);
            }
            return before.equals(after) ? List.of() : differences(table);
        }

        @Override
        public Map<String, String> files(String version) {
            return Map.of();
        }
    }

    static final class Desk extends RuleDesk {
        final List<String> calls = new ArrayList<>();

        Desk() {
            super(null, null, null, null, null, null, null, null, null, null);
        }

        @Override
        public String propose(Map<String, String> files, Origin origin, String why, String author) {
            if (why.isBlank()) {
                throw new Refused("reason-missing", "expected why, found nothing");
            }
            calls.add("propose " + origin + " " + why + " " + author);
            return CHANGE;
        }

        @Override
        public Proposed upload(String fileName, byte[] content, String why, String author) {
            return propose(RuleTables.read(fileName, content, FILES), Origin.UPLOAD, why, author);
        }

        @Override
        public Proposed edit(String version, List<Cell> cells, String why, String author) {
            if (!version.equals(IN_FORCE)) {
                throw new Refused("rules-changed", "other rules came into force");
            }
            return propose(RuleTables.edited(FILES, cells), Origin.EDIT, why, author);
        }

        private Proposed propose(Upload tables, Origin origin, String why, String author) {
            if (!tables.holds()) {
                return new Proposed(Optional.empty(), tables.problems());
            }
            String id = propose(tables.files(), origin, why, author);
            RuleTables.differences(FILES, tables.files()).stream()
                    .filter(each -> each.kind() == Kind.TABLE)
                    .forEach(each ->
                            calls.add(each.line() + " " + each.column() + " " + each.before() + " → " + each.after()));
            return new Proposed(Optional.of(id), List.of());
        }

        @Override
        public void complete(String changeId, Decision decision, String fromWeek, String reason, String by) {
            if (decision == Decision.APPROVE && fromWeek.isBlank()) {
                throw new Refused("week-missing", "expected a week");
            }
            calls.add(decision + " " + changeId + " " + fromWeek + " " + reason + " " + by);
        }

        @Override
        public void withdraw(String changeId, String reason, String by) {
            calls.add("withdraw " + changeId + " " + reason + " " + by);
        }
    }
}

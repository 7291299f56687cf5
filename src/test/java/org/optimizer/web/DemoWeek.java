package org.optimizer.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.CrossPlace;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Exclusion;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScorePlan;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Severity;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standing;
import org.optimizer.model.TeamStanding;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Wording;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.ReviewDesk.Text;
import org.optimizer.transform.messages.SmsEncoding;

/** A quarry's week with fourteen drivers, for looking at pages without an engine, a fleet or rules behind them. */
final class DemoWeek {
    static final Instant NOW = Instant.parse("2026-11-23T12:05:00Z");
    static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    static final Site SITE = new Site("quarry", "Carrière de Roquebrune", ZoneId.of("Europe/Paris"), "FR");
    static final Contest CONTEST = new Contest(
            "contest-7",
            SITE.id(),
            "Éco-conduite automne 2026",
            ScoringMethod.ABSOLUTE,
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 12, 20),
            LocalDate.of(2026, 9, 21),
            List.of("v1", "v2"));

    private static final String RULEBOOK = "9f3c1ab77e02d4c8b1a6f5e4d3c2b1a09f3c1ab77e02d4c8b1a6f5e4d3c2b1a0";
    private static final List<String> NAMES = List.of(
            "Amélie Fontaine",
            "Karim Benali",
            "Jean-Baptiste de La Rochefoucauld",
            "Sofia Martins",
            "Luc Moreau",
            "Nadia Haddad",
            "Pierre Lefèvre",
            "Tomasz Nowak",
            "Émile Girard",
            "Fatou Diop",
            "Hugo Bernard",
            "Inès Perrin",
            "Marc Dubois",
            "Yann Le Goff");

    private DemoWeek() {}

    static Batch batch(IsoWeek week, Batch.State state, int revision) {
        return new Batch(
                CONTEST.id(),
                week,
                CONTEST.batchNumber(week),
                state,
                revision,
                RULEBOOK,
                List.of(),
                week.monday().atStartOfDay(SITE.zone()).toInstant());
    }

    static Review review(ScoringMethod method, Batch.State state, int revision, Map<String, Exclusion> excluded) {
        return review(method, state, revision, excluded, Map.of(), Optional.empty());
    }

    static Review review(
            ScoringMethod method,
            Batch.State state,
            int revision,
            Map<String, Exclusion> excluded,
            Map<String, Wording> wordings,
            Optional<String> assignee) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < (state == Batch.State.EMPTY ? 0 : NAMES.size()); i++) {
            lines.add(line(i, excluded, wordings));
        }
        int recipients =
                (int) lines.stream().filter(line -> line.message().isPresent()).count();
        int parts = lines.stream()
                .flatMap(line -> line.encoding().stream())
                .mapToInt(SmsEncoding::parts)
                .sum();
        List<Reason> week = List.of(new Reason("vehicles-without-data", 2, 3, ""));
        return new Review(
                SITE,
                contest(method),
                batch(WEEK, state, revision),
                state == Batch.State.IN_REVIEW,
                week,
                lines,
                recipients,
                parts,
                Optional.of(NOW.plusSeconds(30 * 3600)),
                assignee);
    }

    private static Contest contest(ScoringMethod method) {
        return contest(CONTEST.id(), method);
    }

    static Contest contest(String id, ScoringMethod method) {
        return new Contest(
                id,
                CONTEST.siteId(),
                CONTEST.name(),
                method,
                CONTEST.firstDay(),
                CONTEST.lastDay(),
                CONTEST.liveFrom(),
                CONTEST.vehicleIds(),
                switch (method) {
                    case ABSOLUTE, RELATIVE -> Optional.empty();
                    case EVENT_RATES ->
                        Optional.of(new ScorePlan(
                                "globo", ScorePlan.Strategy.FULL_PERIOD, ScorePlan.Entrants.DRIVERS_BY_LOG_IN));
                    case FED_SCORES ->
                        Optional.of(
                                new ScorePlan("scorefeed", ScorePlan.Strategy.FULL_PERIOD, ScorePlan.Entrants.DRIVERS));
                });
    }

    /** The second-last has one mark of three, the last none. */
    static List<RelativeScore> relative() {
        List<RelativeScore> scores = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            List<RelativeMark> marks = List.of(
                    compared(MarkKind.ACCELERATION, i < 12 ? 10 - i * 9 / 11 : 0, "not-every-second"),
                    compared(MarkKind.DECELERATION, i < 12 ? 10 - (i * 5 + 3) % 10 : 0, "not-every-second"),
                    compared(MarkKind.SPEED_KEEPING, i < 13 ? 10 - (i * 7 + 1) % 10 : 0, "too-few-cruise-visits"));
            int sum = marks.stream().mapToInt(mark -> mark.mark().orElse(0)).sum();
            scores.add(new RelativeScore(
                    "d" + (i + 1),
                    WEEK,
                    VehicleClass.TIPPER,
                    false,
                    marks,
                    sum == 0 ? Optional.empty() : Optional.of(new BigDecimal((i == 12 ? 3 * sum : sum) + ".0")),
                    sum == 0 ? Optional.empty() : Optional.of(i + 1),
                    13));
        }
        return scores;
    }

    private static RelativeMark compared(MarkKind kind, int mark, String whyNot) {
        return mark == 0
                ? new RelativeMark(
                        kind, 0, Double.NaN, 1, 0.2, Optional.empty(), Optional.of(new Reason(whyNot, 0.2, 0.5, "")))
                : new RelativeMark(kind, 41, 0.31, 212, 2.345 - mark / 5.0, Optional.of(mark), Optional.empty());
    }

    private static Line line(int i, Map<String, Exclusion> excluded, Map<String, Wording> wordings) {
        String id = "d" + (i + 1);
        Optional<Exclusion> exclusion = Optional.ofNullable(excluded.get(id));
        boolean ranked = i < 11;
        boolean hasPhone = i != 4;
        boolean gets = hasPhone && exclusion.isEmpty();
        Optional<Wording> wording = Optional.ofNullable(wordings.get(id));
        String proposal = !ranked
                ? "Sem.47: non classé: enregistrement incomplet (60 %, il faut 85 %). Bonne route!"
                : "Sem.47: note 13,7/20 (acc 12,7 frein 12,6 vit 16,3). Rang " + (i + 1)
                        + "/11 (+2). Freinage tres fort ma 14h32: -0,1. Detail/recours: https://eco.ex/a7Kq9 STOP au 36180";
        String text = wording.map(Wording::text).orElse(proposal);
        return new Line(
                driver(i, hasPhone),
                score(i, ranked),
                standing(i, ranked),
                exclusion,
                gets ? Optional.of(text) : Optional.empty(),
                gets
                        ? Optional.of(new SmsEncoding(SmsEncoding.Alphabet.GSM7, text.length(), i == 2 ? 2 : 1))
                        : Optional.empty(),
                gets ? Optional.empty() : Optional.of(exclusion.isPresent() ? "excluded" : "no-phone"),
                anomalies(i, hasPhone),
                new Text(proposal, wording, Map.of("text", proposal, "rank", "1", "of", "11", "week", "47")),
                gets ? Optional.of(new BigDecimal("0.0700")) : Optional.empty(),
                Optional.of(decimal(70)));
    }

    private static List<Reason> anomalies(int i, boolean hasPhone) {
        List<Reason> reasons = new ArrayList<>();
        if (!hasPhone) {
            reasons.add(new Reason("no-phone", 0, 0, ""));
        }
        if (i == 9) {
            reasons.add(new Reason("big-jump", -17.25, 15, ""));
        }
        if (i == 13) {
            reasons.add(new Reason("moon-phase", 3, 4, ""));
        }
        return reasons;
    }

    private static Driver driver(int i, boolean hasPhone) {
        Optional<String> phone = hasPhone ? Optional.of("+336123456%02d".formatted(i)) : Optional.empty();
        return new Driver("d" + (i + 1), SITE.id(), NAMES.get(i), phone, Language.FR);
    }

    static List<TeamStanding> teams() {
        return List.of(
                new TeamStanding("t1", "Causse Noir", Optional.of(1), Optional.of(decimal(71.34)), 4, 5),
                new TeamStanding("t2", "Larzac", Optional.of(2), Optional.of(decimal(66.01)), 5, 5),
                new TeamStanding("t3", "Méjean", Optional.empty(), Optional.empty(), 2, 4));
    }

    static List<CrossPlace> acrossLeagues() {
        return List.of(
                new CrossPlace("d1", VehicleClass.TIPPER, decimal(1.62), 1),
                new CrossPlace("d2", VehicleClass.ARTIC, decimal(-0.4), 2));
    }

    private static Standing standing(int i, boolean ranked) {
        return new Standing(
                "d" + (i + 1),
                VehicleClass.TIPPER,
                ranked ? Optional.of(i + 1) : Optional.empty(),
                ranked && i < 2,
                11,
                ranked && i != 3 ? Optional.of(i % 5 - 2) : Optional.empty(),
                ranked ? Optional.of(decimal(80.1 - i * 2.3)) : Optional.empty(),
                ranked ? Optional.of(decimal(1.5 + i * 0.2)) : Optional.empty(),
                ranked ? Optional.of(i + 1) : Optional.empty());
    }

    private static DriverScore score(int i, boolean ranked) {
        double fine = i == 12 ? 0.31 : 0.98;
        double km = i == 11 ? 96.4 : 812.4 - i * 31.7;
        DriverWeek facts = new DriverWeek(
                "d" + (i + 1),
                WEEK,
                VehicleClass.TIPPER,
                km,
                km / 31,
                i == 11 ? 2 : 5,
                i == 13 ? 0.6 : 0.964,
                Map.of(SamplingClass.A, km * fine, SamplingClass.C, km * (1 - fine)),
                km * fine,
                30 + i,
                42 + i,
                90 + i,
                120 + i,
                Map.of(Feature.RPA5, 0.068));
        List<Reason> reasons =
                switch (i) {
                    case 11 ->
                        List.of(
                                new Reason("too-few-km", 96.4, 150, "Eligibility: tipper kilometres"),
                                new Reason("too-few-days", 2, 3, "Eligibility: days"));
                    case 12 -> List.of(new Reason("slow-sampling", 0.31, 0.7, "Eligibility: class A"));
                    case 13 -> List.of(new Reason("low-coverage", 0.6, 0.85, "Eligibility: coverage"));
                    default -> List.of();
                };
        List<Mark> marks = marks(i);
        double week = marks.stream()
                .mapToDouble(mark -> mark.points() * mark.weight())
                .sum();
        return new DriverScore(
                CONTEST.id(),
                facts,
                marks,
                Optional.of(decimal(week)),
                Optional.of(decimal(2.8)),
                ranked,
                reasons,
                RULEBOOK);
    }

    private static List<Mark> marks(int i) {
        double less = i * 3.1;
        if (i == 12) {
            return List.of(mark(MarkKind.SPEED_KEEPING, 1, 81.33 - less, Feature.STEADINESS, Feature.ECO_CAP_SHARE));
        }
        return List.of(
                mark(MarkKind.ACCELERATION, 0.35, 83.29 - less, Feature.ACCELERATION_POINTS, Feature.RPA5),
                mark(MarkKind.DECELERATION, 0.35, 79.18 - less, Feature.BRAKING_POINTS, Feature.GENTLE_SHARE),
                mark(MarkKind.SPEED_KEEPING, 0.30, 91.33 - less, Feature.STEADINESS, Feature.ECO_CAP_SHARE));
    }

    private static Mark mark(MarkKind kind, double weight, double points, Feature first, Feature second) {
        return new Mark(
                kind,
                points,
                weight,
                List.of(
                        new FeatureMark(
                                first,
                                kind,
                                3.9456,
                                points + 3.7,
                                0.6,
                                "feature-mark: tipper-" + first.code().replace('_', '-')),
                        new FeatureMark(
                                second, kind, 0.0681, points - 5.5, 0.4, "Mark: " + second.code() + " anchors")));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    static List<DrivingEvent> events() {
        return List.of(
                event(ManoeuvreKind.BRAKING, "2026-11-17T13:32:07Z", 2.31, Severity.SEVERE, 6),
                event(ManoeuvreKind.BRAKING, "2026-11-18T07:11:45Z", 1.72, Severity.HARSH, 3),
                event(ManoeuvreKind.ACCELERATION, "2026-11-19T09:02:10Z", 1.05, Severity.STRONG, 1),
                event(ManoeuvreKind.ACCELERATION, "2026-11-20T15:48:31Z", 0.81, Severity.NONE, 0));
    }

    private static DrivingEvent event(ManoeuvreKind kind, String at, double peak, Severity severity, int points) {
        String rule = points == 0 ? "" : "Severity: " + severity.code() + " " + kind.code() + " of tipper";
        return new DrivingEvent(
                "v1", kind, Instant.parse(at), 3.2, peak, 0.16, 42.3, 43.47, 6.66, severity, points, rule);
    }

    static List<Sms> messages(Review review) {
        Map<Integer, Sms.State> odd = Map.of(2, Sms.State.ACCEPTED, 5, Sms.State.AMBIGUOUS, 7, Sms.State.REJECTED);
        List<Sms> messages = new ArrayList<>();
        for (Line line : review.lines()) {
            if (line.message().isPresent()) {
                Sms.State state = odd.getOrDefault(messages.size(), Sms.State.DELIVERED);
                messages.add(message(messages.size(), line, state));
            }
        }
        return messages;
    }

    private static Sms message(int row, Line line, Sms.State state) {
        return new Sms(
                row,
                "weekly-score:contest-7:2026-W47:" + line.driver().id(),
                "01HF0000000000000000000%03d".formatted(row),
                CONTEST.id(),
                WEEK,
                line.driver().id(),
                line.driver().phone().orElseThrow(),
                line.message().orElseThrow(),
                state,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of("0A%014d".formatted(row)),
                state == Sms.State.DELIVERED ? Optional.of("delivered") : Optional.empty(),
                "admin",
                NOW);
    }

    static Map<Sms.State, Integer> delivered(int count) {
        Map<Sms.State, Integer> states = new EnumMap<>(Sms.State.class);
        states.put(Sms.State.DELIVERED, count);
        return states;
    }

    static List<DrivenTrip> trips() {
        return List.of(
                trip(0, "2026-11-17T05:10:00Z"), trip(1, "2026-11-17T09:40:00Z"), trip(2, "2026-11-18T06:02:00Z"));
    }

    private static DrivenTrip trip(int number, String start) {
        Instant from = Instant.parse(start);
        Trip trip = new Trip(
                number,
                "track-" + number,
                Optional.of("d1"),
                from,
                from.plusSeconds(4200),
                31.4 + number,
                3600,
                78,
                200,
                4100,
                0,
                1,
                1,
                0.3,
                2000,
                31_400,
                50,
                100,
                new SpeedProfile(new double[1], new int[1], new double[1]));
        return new DrivenTrip(
                "v1", VehicleClass.TIPPER, from.atZone(SITE.zone()).toLocalDate(), trip, List.of());
    }

    static List<List<double[]>> ways() {
        List<double[]> way = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            way.add(new double[] {43.47 + 0.02 * Math.sin(i / 9.0), 6.66 + 0.001 * i});
        }
        return List.of(way);
    }
}

package org.optimizer.rules;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.optimizer.model.ContestRules;
import org.optimizer.model.CycleFacts;
import org.optimizer.model.CycleVerdict;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingLimits;
import org.optimizer.model.FairnessLimits;
import org.optimizer.model.Idle2019Limits;
import org.optimizer.model.IdleVerdict;
import org.optimizer.model.KpiRules;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.PeakFacts;
import org.optimizer.model.RateRules;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.RulePart;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanityVerdict;
import org.optimizer.model.SmsCountry;
import org.optimizer.model.StandstillFacts;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Verdict;
import org.optimizer.model.VisitFacts;
import org.optimizer.model.VisitVerdict;
import org.optimizer.model.WeekVerdict;
import org.optimizer.rules.Tally.Kept;

/** One version of the rules; what depends on the vehicle class alone is asked once. */
final class DroolsRulebook implements Rulebook {
    private final String version;
    private final Map<RulePart, String> versions;
    private final RulePool pool;
    private final WeekJudge weeks;
    private final Map<VehicleClass, Map<ManoeuvreKind, Double>> thresholds;
    private final Map<VehicleClass, Kept<ClassLimits>> limits = new EnumMap<>(VehicleClass.class);
    private final Kept<ContestRules> contest;
    private final Kept<FairnessLimits> fairness;
    private final Map<String, Kept<KpiRules>> kpiBySite = new ConcurrentHashMap<>();

    /** @param versions by part; @param severities the rows of table {@code manoeuvre-severity}, complete */
    DroolsRulebook(String version, Map<RulePart, String> versions, RulePool pool, List<Row> severities) {
        this.version = version;
        this.versions = versions;
        this.pool = pool;
        this.weeks = new WeekJudge(pool);
        this.thresholds = lowest(severities);
        for (VehicleClass each : VehicleClass.values()) {
            limits.put(each, Kept.of(() -> pool.ask(new ClassLimits(each.code()))));
        }
        this.contest = Kept.of(() -> ContestFigures.rules(pool));
        this.fairness = Kept.of(() -> ContestFigures.fairness(pool));
    }

    private static Map<VehicleClass, Map<ManoeuvreKind, Double>> lowest(List<Row> severities) {
        Map<VehicleClass, Map<ManoeuvreKind, Double>> lowest = new EnumMap<>(VehicleClass.class);
        for (Row row : severities) {
            ManoeuvreKind kind = ManoeuvreKind.values()[TableForms.KINDS.indexOf(row.word("kind"))];
            lowest.computeIfAbsent(
                            VehicleClass.of(row.word("vehicle_class")), any -> new EnumMap<>(ManoeuvreKind.class))
                    .merge(kind, row.number("peak_from_mps2"), Math::min);
        }
        return lowest;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String version(RulePart part) {
        return versions.get(part);
    }

    @Override
    public SamplingClass samplingClass(Trip trip) {
        return pool.ask(new TripQuality(trip.medianIntervalS(), trip.dopplerShare(), trip.speedAccuracyMps()))
                .answer();
    }

    @Override
    public double lowestThresholdMps2(VehicleClass vehicleClass, ManoeuvreKind kind) {
        return thresholds.get(vehicleClass).get(kind);
    }

    @Override
    public double lowestStartSpeedKmh(VehicleClass vehicleClass) {
        return limits.get(vehicleClass).used().eventStartKmh();
    }

    @Override
    public Verdict judge(VehicleClass vehicleClass, ManoeuvreKind kind, double peakMps2, double guardMps2) {
        return pool.ask(new Peak(vehicleClass.code(), kind.code(), peakMps2, guardMps2))
                .answer();
    }

    @Override
    public List<Verdict> judgeAll(List<PeakFacts> peaks) {
        List<Peak> questions = peaks.stream()
                .map(each ->
                        new Peak(each.vehicleClass().code(), each.kind().code(), each.peakMps2(), each.guardMps2()))
                .toList();
        pool.askAll(questions);
        return questions.stream().map(Peak::answer).toList();
    }

    @Override
    public DrivingLimits limits(VehicleClass vehicleClass) {
        return limits.get(vehicleClass).used().answer();
    }

    @Override
    public ContestRules contest() {
        return contest.used();
    }

    @Override
    public FairnessLimits fairness() {
        return fairness.used();
    }

    @Override
    public RelativeRules relative(String siteId) {
        return RelativeFigures.rules(pool, siteId);
    }

    @Override
    public RateRules rates(String siteId) {
        return RateFigures.rules(pool, siteId);
    }

    @Override
    public WeekVerdict judge(DriverWeek week) {
        return weeks.judge(week);
    }

    @Override
    public IdleVerdict classify(StandstillFacts standstill) {
        return pool.ask(StandstillCase.of(standstill)).answer();
    }

    @Override
    public VisitVerdict judge(VisitFacts visit) {
        return pool.ask(VisitCase.of(visit)).answer();
    }

    @Override
    public CycleVerdict judge(CycleFacts candidate) {
        return pool.ask(CycleCase.of(candidate)).answer();
    }

    @Override
    public KpiRules kpi(String siteId) {
        return kpiBySite
                .computeIfAbsent(siteId, site -> Kept.of(() -> KpiFigures.rules(pool, site)))
                .used();
    }

    @Override
    public Idle2019Limits idle2019(String siteId) {
        return SiteRows.ask(pool, siteId, Idle2019Case::new).answer();
    }

    @Override
    public SanityVerdict judge(SanityKind kind, double found) {
        return pool.ask(new SanityFigure(kind, found)).answer();
    }

    @Override
    public Optional<SmsCountry> smsCountry(String country) {
        return pool.ask(new SmsCountryCase(country)).answer();
    }

    @Override
    public boolean isSmsHoliday(String country, LocalDate day) {
        return pool.ask(new SmsDayCase(country, day)).answer();
    }
}

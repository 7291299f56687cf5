package org.optimizer.transform.scoring;

import java.time.LocalDate;
import java.util.Optional;
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

/** Rules with a k of 0. */
record UnshrunkRules(Rulebook rules) implements Rulebook {
    @Override
    public ContestRules contest() {
        ContestRules contest = rules.contest();
        return new ContestRules(
                0,
                contest.decay(),
                contest.weeks(),
                contest.capKm(),
                contest.rankedWeeksNeeded(),
                contest.rankedWeeksOf(),
                contest.doubtPoints(),
                contest.meanWeeks());
    }

    @Override
    public FairnessLimits fairness() {
        return rules.fairness();
    }

    @Override
    public String version() {
        return rules.version();
    }

    @Override
    public String version(RulePart part) {
        return "unshrunk " + rules.version(part);
    }

    @Override
    public SamplingClass samplingClass(Trip trip) {
        return rules.samplingClass(trip);
    }

    @Override
    public double lowestThresholdMps2(VehicleClass vehicleClass, ManoeuvreKind kind) {
        return rules.lowestThresholdMps2(vehicleClass, kind);
    }

    @Override
    public double lowestStartSpeedKmh(VehicleClass vehicleClass) {
        return rules.lowestStartSpeedKmh(vehicleClass);
    }

    @Override
    public Verdict judge(VehicleClass vehicleClass, ManoeuvreKind kind, double peakMps2, double guardMps2) {
        return rules.judge(vehicleClass, kind, peakMps2, guardMps2);
    }

    @Override
    public DrivingLimits limits(VehicleClass vehicleClass) {
        return rules.limits(vehicleClass);
    }

    @Override
    public RelativeRules relative(String siteId) {
        return rules.relative(siteId);
    }

    @Override
    public RateRules rates(String siteId) {
        return rules.rates(siteId);
    }

    @Override
    public WeekVerdict judge(DriverWeek week) {
        return rules.judge(week);
    }

    @Override
    public IdleVerdict classify(StandstillFacts standstill) {
        return rules.classify(standstill);
    }

    @Override
    public VisitVerdict judge(VisitFacts visit) {
        return rules.judge(visit);
    }

    @Override
    public CycleVerdict judge(CycleFacts candidate) {
        return rules.judge(candidate);
    }

    @Override
    public KpiRules kpi(String siteId) {
        return rules.kpi(siteId);
    }

    @Override
    public Idle2019Limits idle2019(String siteId) {
        return rules.idle2019(siteId);
    }

    @Override
    public SanityVerdict judge(SanityKind kind, double found) {
        return rules.judge(kind, found);
    }

    @Override
    public Optional<SmsCountry> smsCountry(String country) {
        return rules.smsCountry(country);
    }

    @Override
    public boolean isSmsHoliday(String country, LocalDate day) {
        return rules.isSmsHoliday(country, day);
    }
}

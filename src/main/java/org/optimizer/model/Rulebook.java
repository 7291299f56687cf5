package org.optimizer.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The one door to business judgement. An instance is one version of the rules folder: immutable, safe for several
 * threads, and always of the same answer for the same question.
 */
public interface Rulebook {

    /** {@code sha256:} and 64 hexadecimal digits of the folder's content. */
    String version();

    /**
     * Names what the answers about a part hang on: rulebooks that name the same answer the same there, whatever else
     * they differ in.
     */
    String version(RulePart part);

    /** How far a trip's recording can be trusted. */
    SamplingClass samplingClass(Trip trip);

    /** The class's lowest threshold, m/s², without guard: what makes a manoeuvre an event. */
    double lowestThresholdMps2(VehicleClass vehicleClass, ManoeuvreKind kind);

    /** Speed at its start below which a manoeuvre is none, km/h. */
    double lowestStartSpeedKmh(VehicleClass vehicleClass);

    /**
     * How hard a manoeuvre is.
     *
     * @param peakMps2 highest |a₄|
     * @param guardMps2 what it must exceed each threshold by
     */
    Verdict judge(VehicleClass vehicleClass, ManoeuvreKind kind, double peakMps2, double guardMps2);

    /** The same of several, in their order; asking about them together costs less. */
    default List<Verdict> judgeAll(List<PeakFacts> peaks) {
        return peaks.stream()
                .map(each -> judge(each.vehicleClass(), each.kind(), each.peakMps2(), each.guardMps2()))
                .toList();
    }

    DrivingLimits limits(VehicleClass vehicleClass);

    ContestRules contest();

    FairnessLimits fairness();

    /**
     * The figures of the method of 2019.
     *
     * @param siteId whose own values are taken where it has any; empty for those of all sites
     */
    RelativeRules relative(String siteId);

    /** The figures by which what providers count and mark is judged at a site. */
    RateRules rates(String siteId);

    /** Marks, week score and whether it competes. */
    WeekVerdict judge(DriverWeek week);

    /** What a standstill was. */
    IdleVerdict classify(StandstillFacts standstill);

    /** Whether a vehicle stopped in a zone or passed through. */
    VisitVerdict judge(VisitFacts visit);

    /** Whether a candidate is a complete cycle, or why not. */
    CycleVerdict judge(CycleFacts candidate);

    /** The figures by which a site's activity is counted. */
    KpiRules kpi(String siteId);

    /** What counts as idle at a site by the definition of 2019. */
    Idle2019Limits idle2019(String siteId);

    /** What a figure found in a check of the data means. */
    SanityVerdict judge(SanityKind kind, double found);

    /** How SMS go to a country (two letters of ISO 3166); empty of one that the rules do not name. */
    Optional<SmsCountry> smsCountry(String country);

    /** Whether a country rests on a day, so that no SMS leaves for it. */
    boolean isSmsHoliday(String country, LocalDate day);
}

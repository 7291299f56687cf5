package org.optimizer.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.model.AuditPoint;
import org.optimizer.model.FairnessFactor;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Vehicle;
import org.optimizer.process.FairnessAudit.Report;

/**
 * What the fairness audits of a contest say, worded for the page.
 *
 * @param week of the newest audit; empty before the first
 */
record FairnessPage(
        String contestId,
        String contest,
        String site,
        String week,
        String days,
        String summary,
        String look,
        List<Factor> factors,
        List<String> heads,
        List<Past> history) {

    /** @param advice empty unless it needs a look; @param plot empty where there is nothing to draw */
    record Factor(String name, String tag, String look, String sentence, String advice, Optional<Plot> plot) {}

    /** An earlier audit. */
    record Past(String week, List<Cell> cells) {}

    record Cell(String name, String text, String look) {}

    static FairnessPage of(Report report, Words say) {
        List<FairnessFinding> newest = report.newest();
        Optional<IsoWeek> week = newest.stream().map(FairnessFinding::week).findFirst();
        long toLookAt = newest.stream().filter(FairnessFinding::needsLook).count();
        return new FairnessPage(
                report.contest().id(),
                report.contest().name(),
                report.site().name(),
                week.map(say::week).orElse(""),
                week.map(say::days).orElse(""),
                say.text("fairness.summary", toLookAt),
                toLookAt > 0 ? "review" : "closed",
                newest.stream().map(finding -> factor(finding, report, say)).toList(),
                Arrays.stream(FairnessFactor.values())
                        .map(factor -> name(factor, say))
                        .toList(),
                history(report.findings(), say));
    }

    private static String name(FairnessFactor factor, Words say) {
        return say.text("fairness." + factor.code());
    }

    private static Factor factor(FairnessFinding finding, Report report, Words say) {
        return new Factor(
                name(finding.factor(), say),
                say.text("fairness.outcome." + finding.outcome().code()),
                look(finding),
                sentence(finding, say),
                finding.needsLook()
                        ? say.text("fairness.advice." + finding.factor().code())
                        : "",
                plot(finding.factor(), report, say));
    }

    private static String look(FairnessFinding finding) {
        return switch (finding.outcome()) {
            case NEEDS_LOOK -> "review";
            case CLEAR -> "closed";
            case TOO_FEW, NO_VARIATION, INSEPARABLE -> "off";
        };
    }

    /** The figures come along: estimate, interval, drivers, driver-weeks, limit and p, in this order. */
    private static String sentence(FairnessFinding finding, Words say) {
        String factor = finding.factor().code();
        Object[] figures = figures(finding, say);
        return switch (finding.outcome()) {
            case NEEDS_LOOK -> say.text("fairness." + direction(finding) + "." + factor, figures);
            case CLEAR -> say.text("fairness." + (isChance(finding) ? "none." : "weak.") + factor, figures);
            case NO_VARIATION -> say.text("fairness.alike." + factor, figures);
            case TOO_FEW, INSEPARABLE ->
                say.text("fairness." + finding.outcome().code(), figures);
        };
    }

    private static String direction(FairnessFinding finding) {
        if (!finding.factor().isNumber()) {
            return "strong";
        }
        return finding.estimate() > 0 ? "up" : "down";
    }

    private static boolean isChance(FairnessFinding finding) {
        return finding.factor().isNumber() ? finding.low() <= 0 && finding.high() >= 0 : finding.pValue() > 0.05;
    }

    private static Object[] figures(FairnessFinding finding, Words say) {
        boolean number = finding.factor().isNumber();
        return new Object[] {
            number ? say.number(finding.estimate(), 2) : say.percent(Math.max(0, finding.estimate()), 0),
            number ? say.number(finding.low(), 2) : say.percent(finding.low(), 0),
            number ? say.number(finding.high(), 2) : say.percent(finding.high(), 0),
            finding.drivers(),
            finding.driverWeeks(),
            number ? say.number(finding.limit(), 2) : say.percent(finding.limit(), 0),
            say.number(finding.pValue(), 3)
        };
    }

    private static Optional<Plot> plot(FairnessFactor factor, Report report, Words say) {
        List<AuditPoint> points = report.points().stream()
                .filter(point -> factor != FairnessFactor.SPEED_ACCURACY
                        || !Double.isNaN(point.device().speedAccuracyMps()))
                .toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (factor) {
                    case SAMPLING_INTERVAL ->
                        Plot.cloud(
                                points, point -> point.device().intervalS(), say.text("fairness.axis.interval"), say);
                    case SPEED_ACCURACY ->
                        Plot.cloud(
                                points,
                                point -> point.device().speedAccuracyMps(),
                                say.text("fairness.axis.accuracy"),
                                say);
                    case DEVICE_CLASS ->
                        Plot.rows(
                                points,
                                point -> say.text(
                                        "device." + point.device().deviceClass().code()),
                                say);
                    case VEHICLE -> Plot.rows(points, point -> vehicle(point, report.vehicles()), say);
                });
    }

    private static String vehicle(AuditPoint point, Map<String, Vehicle> vehicles) {
        Vehicle vehicle = vehicles.get(point.device().vehicleId());
        return vehicle == null ? point.device().vehicleId() : vehicle.name();
    }

    private static List<Past> history(List<FairnessFinding> findings, Words say) {
        Map<IsoWeek, List<FairnessFinding>> weeks = findings.stream()
                .collect(Collectors.groupingBy(
                        FairnessFinding::week,
                        () -> new TreeMap<>(Comparator.<IsoWeek>reverseOrder()),
                        Collectors.toList()));
        return weeks.entrySet().stream()
                .map(week -> new Past(
                        say.week(week.getKey()),
                        week.getValue().stream()
                                .map(finding -> cell(finding, say))
                                .toList()))
                .toList();
    }

    private static Cell cell(FairnessFinding finding, Words say) {
        boolean known = !Double.isNaN(finding.estimate());
        return new Cell(
                name(finding.factor(), say),
                known
                        ? (String) figures(finding, say)[0]
                        : say.text("fairness.outcome." + finding.outcome().code()),
                look(finding));
    }
}

package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.extract.SmsLedger;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsUsage;

/**
 * How many SMS parts may still be claimed: by a driver in a week, for a campaign, on a day. Taken in the transaction of the
 * claim, so that two dispatchers together stay within a cap as well.
 */
public class SmsBudget {
    private final SmsLedger ledger;
    private final SmsLedgerSink sink;
    private final SmsLimits.Caps caps;

    public SmsBudget(SmsLedger ledger, SmsLedgerSink sink, SmsLimits limits) {
        this.ledger = ledger;
        this.sink = sink;
        this.caps = limits.caps();
    }

    SmsLimits.Caps caps() {
        return caps;
    }

    /** Whether a message fits, and if not, which cap it breaks first. */
    enum Fit {
        FITS,
        OVER_DRIVER_CAP,
        OVER_CAMPAIGN_CAP,
        OVER_DAY_CAP
    }

    Fit fit(Sms message, int parts, Instant now) {
        Map<String, Integer> room = caps(message, now);
        Map<String, SmsUsage> used = ledger.usage(room.keySet());
        List<Boolean> fits = room.entrySet().stream()
                .map(each -> used(used, each.getKey()) + parts <= each.getValue())
                .toList();
        int broken = fits.indexOf(false);
        return Fit.values()[broken + 1];
    }

    private static int used(Map<String, SmsUsage> used, String key) {
        return used.containsKey(key) ? used.get(key).parts() : 0;
    }

    /**
     * Adds a message to everything that it counts for.
     *
     * @return false when it breaks a cap; then the caller's transaction has to be rolled back
     */
    boolean take(Sms message, int parts, BigDecimal cost, Instant claimedAt) {
        return caps(message, claimedAt).entrySet().stream()
                .allMatch(each -> sink.take(new SmsUsage(each.getKey(), parts, cost), each.getValue()));
    }

    /** The message was definitely not sent. */
    void giveBack(Sms message, int parts, BigDecimal cost, Instant claimedAt) {
        caps(message, claimedAt).keySet().forEach(key -> sink.giveBack(new SmsUsage(key, parts, cost)));
    }

    /** In the order of {@link Fit}; always the same, so that two that take at once do not wait for each other. */
    private Map<String, Integer> caps(Sms message, Instant now) {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        byKey.put(driverKey(message.driverId(), now), caps.driverWeek());
        byKey.put(campaignKey(message.contestId(), message.week()), caps.campaign());
        byKey.put(dayKey(now), caps.day());
        return byKey;
    }

    /** Drivers who have had as much this week as they may. */
    Set<String> usedUp(Collection<String> driverIds, Instant now) {
        Map<String, String> driverByKey =
                driverIds.stream().collect(Collectors.toMap(driver -> driverKey(driver, now), driver -> driver));
        return ledger.usage(driverByKey.keySet()).values().stream()
                .filter(usage -> usage.parts() >= caps.driverWeek())
                .map(usage -> driverByKey.get(usage.key()))
                .collect(Collectors.toSet());
    }

    SmsUsage campaign(String contestId, IsoWeek week) {
        return usage(campaignKey(contestId, week));
    }

    SmsUsage day(Instant now) {
        return usage(dayKey(now));
    }

    private SmsUsage usage(String key) {
        return ledger.usage(List.of(key)).getOrDefault(key, new SmsUsage(key, 0, BigDecimal.ZERO));
    }

    private static String driverKey(String driverId, Instant now) {
        return "driver:" + driverId + ":" + IsoWeek.of(today(now));
    }

    private static String campaignKey(String contestId, IsoWeek week) {
        return "campaign:" + contestId + ":" + week;
    }

    private static String dayKey(Instant now) {
        return "day:" + today(now);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    static Instant tomorrow(Instant now) {
        return today(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

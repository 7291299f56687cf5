package org.optimizer.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Batch;
import org.optimizer.model.Driver;
import org.optimizer.model.Language;
import org.optimizer.model.OptOut;
import org.optimizer.model.SmsCountry;
import org.optimizer.model.SmsSwitch;
import org.optimizer.model.SmsUsage;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.SmsControl;
import org.optimizer.process.SmsLimits;

/** SMS in the middle of a week's sending; keeps what was asked of it. */
class DemoSms extends SmsControl {
    private static final Instant NOW = DemoWeek.NOW;
    private static final SmsLimits LIMITS = new SmsLimits(
            true,
            SmsLimits.Traffic.MARKETING,
            SmsLimits.Hours.LIVE,
            "sixteen-bytes-at-least",
            new SmsLimits.Caps(10, 4000, 8000, 6));

    final List<String> calls = new ArrayList<>();
    boolean stopped;
    long lost;

    DemoSms() {
        super(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    void reset() {
        calls.clear();
        stopped = false;
        lost = 0;
    }

    @Override
    public Look look() {
        return new Look(
                stopped,
                stopped
                        ? List.of(new SmsSwitch(true, "mauvaise semaine <b>", "anne", NOW.minusSeconds(300)))
                        : List.of(),
                true,
                LIMITS,
                new SmsUsage("day", 212, new BigDecimal("14.68")),
                new BigDecimal("880"),
                List.of(new Campaign(
                        DemoWeek.CONTEST,
                        DemoWeek.batch(DemoWeek.WEEK, Batch.State.SENDING, 1),
                        new SmsUsage("campaign", 198, new BigDecimal("12.87")),
                        12,
                        2)),
                List.of(
                        new Country(
                                country("CI", true, 10, "Africa/Abidjan", "", "0.11"),
                                Instant.parse("2026-11-24T08:00:00Z")),
                        new Country(country("FR", true, 9, "Europe/Paris", "STOP 36180", "0.065"), NOW),
                        new Country(country("SN", false, 9, "Africa/Dakar", "", "0.09"), NOW)),
                List.of(
                        new Entry(
                                optOut(1, "FR", "42", OptOut.Source.INBOUND, Optional.empty()),
                                Optional.of(new Driver("d2", "quarry", "Karim Benali", Optional.empty(), Language.FR))),
                        new Entry(optOut(2, "CI", "07", OptOut.Source.RECEIPT, Optional.empty()), Optional.empty()),
                        new Entry(
                                optOut(
                                        3,
                                        "FR",
                                        "11",
                                        OptOut.Source.PERSON,
                                        Optional.of(new OptOut.Removal("paul", NOW, "demandé au bureau"))),
                                Optional.empty())),
                lost);
    }

    @Override
    public Hold hold() {
        return new Hold(stopped, look().countries().subList(0, 1));
    }

    private static SmsCountry country(
            String code, boolean allowed, int digits, String zone, String stop, String price) {
        return new SmsCountry(code, allowed, digits, "", 8, 20, false, ZoneId.of(zone), stop, new BigDecimal(price));
    }

    private static OptOut optOut(
            int id, String country, String digits, OptOut.Source source, Optional<OptOut.Removal> removal) {
        return new OptOut(
                id,
                Integer.toString(id).repeat(64),
                "check",
                country,
                digits,
                source,
                "ref-" + id,
                NOW.minusSeconds(86_400),
                removal);
    }

    @Override
    public void stop(String reason, String by) {
        turn("stop", reason, by);
        stopped = true;
    }

    @Override
    public void release(String reason, String by) {
        turn("release", reason, by);
        stopped = false;
    }

    private void turn(String what, String reason, String by) {
        if (reason.isBlank()) {
            throw new Refused("reason-missing", "expected a reason, found none");
        }
        calls.add(what + " " + reason + " " + by);
    }

    @Override
    public void optOut(String phone, String by) {
        if (!phone.startsWith("+")) {
            throw new Refused("bad-number", "expected a number");
        }
        calls.add("out " + phone + " " + by);
    }

    @Override
    public void optIn(String numberHash, String reason, String by) {
        calls.add("in " + numberHash.charAt(0) + " " + reason + " " + by);
    }
}

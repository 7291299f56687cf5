package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Sites;
import org.optimizer.extract.SmsLedger;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.OptOut;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsCountry;
import org.optimizer.model.SmsSwitch;
import org.optimizer.model.SmsUsage;
import org.optimizer.process.ReviewDesk.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** What people see and do about SMS as a whole: stop them, let them leave again, caps, countries, who wants none. */
public class SmsControl {
    private static final Logger LOG = LoggerFactory.getLogger(SmsControl.class);
    private static final int SWITCHES_SHOWN = 10;

    /**
     * @param log of the switch, newest first
     * @param keepsHours whether sending hours are kept at present
     * @param day parts claimed today
     * @param worstDayEur what a day can cost at most
     * @param lost entries that recognise nobody, because the key was changed
     */
    public record Look(
            boolean stopped,
            List<SmsSwitch> log,
            boolean keepsHours,
            SmsLimits limits,
            SmsUsage day,
            BigDecimal worstDayEur,
            List<Campaign> campaigns,
            List<Country> countries,
            List<Entry> optOuts,
            long lost) {}

    /**
     * A week whose messages are on their way.
     *
     * @param waiting messages that have not left yet
     * @param unclear messages that a person has to decide on
     */
    public record Campaign(Contest contest, Batch batch, SmsUsage usage, int waiting, int unclear) {}

    /** @param next when messages may leave for it; now when they may */
    public record Country(SmsCountry rules, Instant next) {}

    /** @param driver whom the number belongs to; empty when to nobody we know */
    public record Entry(OptOut optOut, Optional<Driver> driver) {}

    /**
     * What keeps messages from leaving at present.
     *
     * @param closed countries outside of their sending hours
     */
    public record Hold(boolean stopped, List<Country> closed) {}

    private final Sites sites;
    private final Contests contests;
    private final Drivers drivers;
    private final Outbox outbox;
    private final SmsLedger ledger;
    private final SmsLedgerSink sink;
    private final SmsPolicy policy;
    private final SmsBudget budget;
    private final SmsOptOuts optOuts;
    private final SmsLimits limits;
    private final TransactionOperations transaction;
    private final Clock clock;

    public SmsControl(
            Sites sites,
            Contests contests,
            Drivers drivers,
            Outbox outbox,
            SmsLedger ledger,
            SmsLedgerSink sink,
            SmsPolicy policy,
            SmsBudget budget,
            SmsOptOuts optOuts,
            SmsLimits limits,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.drivers = drivers;
        this.outbox = outbox;
        this.ledger = ledger;
        this.sink = sink;
        this.policy = policy;
        this.budget = budget;
        this.optOuts = optOuts;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Look look() {
        Instant now = clock.instant();
        List<SmsCountry> countries = policy.countries();
        return new Look(
                policy.isStopped(),
                ledger.listSwitches(SWITCHES_SHOWN),
                limits.keepsHours(),
                limits,
                budget.day(now),
                worstDay(countries),
                contests.listBatchesInState(Batch.State.SENDING).stream()
                        .map(this::campaign)
                        .toList(),
                withNext(countries, now),
                entries(),
                optOuts.lost());
    }

    public Hold hold() {
        Instant now = clock.instant();
        List<Country> closed = withNext(policy.countries(), now).stream()
                .filter(country -> country.rules().allowed() && country.next().isAfter(now))
                .toList();
        return new Hold(policy.isStopped(), closed);
    }

    private List<Country> withNext(List<SmsCountry> countries, Instant now) {
        return countries.stream()
                .map(country -> new Country(country, policy.next(country, now)))
                .toList();
    }

    private BigDecimal worstDay(List<SmsCountry> countries) {
        return countries.stream()
                .filter(SmsCountry::allowed)
                .map(SmsCountry::pricePerPartEur)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .multiply(BigDecimal.valueOf(limits.caps().day()));
    }

    private Campaign campaign(Batch batch) {
        Map<Sms.State, Integer> count = outbox.countByState(batch.contestId(), batch.week());
        return new Campaign(
                contests.get(batch.contestId()),
                batch,
                budget.campaign(batch.contestId(), batch.week()),
                count.getOrDefault(Sms.State.READY, 0),
                count.getOrDefault(Sms.State.AMBIGUOUS, 0));
    }

    private List<Entry> entries() {
        Map<String, Driver> byHash = new HashMap<>();
        sites.list().stream()
                .flatMap(site -> drivers.listBySite(site.id()).stream())
                .forEach(driver -> driver.phone()
                        .flatMap(PhoneNumbers::find)
                        .ifPresent(handset -> byHash.put(optOuts.hash(handset.e164()), driver)));
        return optOuts.list().stream()
                .map(entry -> new Entry(entry, Optional.ofNullable(byHash.get(entry.numberHash()))))
                .toList();
    }

    /** No message leaves from now on, but the one whose call is under way. @throws Refused without a reason */
    public void stop(String reason, String by) {
        turn(true, reason, by);
        LOG.warn("all SMS are stopped by {}", by);
    }

    /** Messages leave again. @throws Refused without a reason */
    public void release(String reason, String by) {
        turn(false, reason, by);
        LOG.warn("SMS leave again, by {}", by);
    }

    private void turn(boolean stopped, String reason, String by) {
        checkReason(reason);
        sink.turn(new SmsSwitch(stopped, reason.strip(), by, clock.instant()));
    }

    private static void checkReason(String reason) {
        if (reason.isBlank()) {
            throw new Refused(ReviewDesk.REASON_MISSING, "SMS: expected a reason, found none");
        }
    }

    /** @throws Refused {@code bad-number} for a number that is of no handset */
    public void optOut(String phone, String by) {
        if (PhoneNumbers.find(phone.strip()).isEmpty()) {
            throw new Refused(SmsPolicy.BAD_NUMBER, "a number of a handset with its plus sign, such as +33612345678");
        }
        optOuts.enter(phone.strip(), by);
    }

    /** Takes all entries of a number back. @throws Refused without a reason, or when there are none any more */
    public void optIn(String numberHash, String reason, String by) {
        checkReason(reason);
        boolean removed =
                Boolean.TRUE.equals(transaction.execute(status -> optOuts.remove(numberHash, reason.strip(), by)));
        if (!removed) {
            throw new Refused("opted-in", "somebody has taken this number off the list already");
        }
    }
}

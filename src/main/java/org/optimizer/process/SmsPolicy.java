package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.optimizer.extract.SmsLedger;
import org.optimizer.model.Driver;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsCountry;
import org.optimizer.model.SmsSwitch;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.messages.SendingHours;
import org.optimizer.transform.messages.SmsEncoding;

/** Whether, when and at what price an SMS may go to somebody: by the rules of his country, by caps, by his own will. */
public class SmsPolicy {
    /** What the provider's status begins with where our own rules did not let a message leave; the code follows. */
    public static final String WITHHELD = "policy: ";

    static final String NO_PHONE = "no-phone";
    static final String BAD_NUMBER = "bad-number";
    static final String COUNTRY_NOT_ALLOWED = "country-not-allowed";
    static final String OPTED_OUT = "opted-out";
    static final String OVER_DRIVER_CAP = "over-driver-cap";
    static final String OVER_CAMPAIGN_CAP = "over-campaign-cap";
    static final String TOO_MANY_PARTS = "too-many-parts";

    /**
     * What a text costs.
     *
     * @param priceEur of all its parts, an estimate; zero where nothing goes
     * @param country two letters; empty for a number that is none
     */
    public record Quote(SmsEncoding encoding, BigDecimal priceEur, String country) {
        public int parts() {
            return encoding.parts();
        }
    }

    /** Whether a message may leave now. */
    sealed interface Admission {
        /** It may. */
        record Send(Quote quote) implements Admission {}

        /** Not before an instant. */
        record Wait(Instant until) implements Admission {}

        /** Never; the code is a key of the message files. */
        record Refuse(String code) implements Admission {}
    }

    private final RulebookShelf shelf;
    private final SmsOptOuts optOuts;
    private final SmsBudget budget;
    private final SmsLedger ledger;
    private final SmsLimits limits;
    private final Clock clock;

    public SmsPolicy(
            RulebookShelf shelf,
            SmsOptOuts optOuts,
            SmsBudget budget,
            SmsLedger ledger,
            SmsLimits limits,
            Clock clock) {
        this.shelf = shelf;
        this.optOuts = optOuts;
        this.budget = budget;
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
    }

    public Quote quote(String e164, String text) {
        SmsEncoding encoding = SmsEncoding.of(text);
        Optional<PhoneNumbers.Handset> handset = PhoneNumbers.find(e164);
        return new Quote(
                encoding,
                priceEur(handset, encoding.parts()),
                handset.map(PhoneNumbers.Handset::country).orElse(""));
    }

    /** What so many parts to a number (E.164) cost. */
    public BigDecimal priceEur(String e164, int parts) {
        return priceEur(PhoneNumbers.find(e164), parts);
    }

    private BigDecimal priceEur(Optional<PhoneNumbers.Handset> handset, int parts) {
        return handset.flatMap(this::country)
                .map(SmsCountry::pricePerPartEur)
                .orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(parts));
    }

    private Optional<SmsCountry> country(PhoneNumbers.Handset handset) {
        return shelf.current().smsCountry(handset.country());
    }

    /** Why a driver gets no SMS: no-phone, bad-number, country-not-allowed, opted-out or over-driver-cap; empty when he gets it. */
    public Optional<String> refusal(Driver driver) {
        return screen(Set.of(driver.id())).refusal(driver);
    }

    /** Looks at many drivers at once. */
    public Screen screen(Collection<String> driverIds) {
        return new Screen(shelf.current(), optOuts.hashes(), budget.usedUp(driverIds, clock.instant()));
    }

    /** What stands in the way of messages, as it was when it was asked for. */
    public final class Screen {
        private final Rulebook rules;
        private final Set<String> out;
        private final Set<String> usedUp;
        private final Map<String, Optional<SmsCountry>> countries = new HashMap<>();

        private Screen(Rulebook rules, Set<String> out, Set<String> usedUp) {
            this.rules = rules;
            this.out = out;
            this.usedUp = usedUp;
        }

        /** As {@link SmsPolicy#refusal(Driver)}. */
        public Optional<String> refusal(Driver driver) {
            if (driver.phone().isEmpty()) {
                return Optional.of(NO_PHONE);
            }
            Optional<String> ofNumber = refusal(driver.phone().get());
            return ofNumber.isPresent() || !usedUp.contains(driver.id()) ? ofNumber : Optional.of(OVER_DRIVER_CAP);
        }

        private Optional<String> refusal(String phone) {
            Optional<PhoneNumbers.Handset> handset = PhoneNumbers.find(phone);
            if (handset.isEmpty()) {
                return Optional.of(BAD_NUMBER);
            }
            Optional<String> ofCountry = ofCountry(handset.get(), country(handset.get()));
            return ofCountry.isPresent()
                            || !out.contains(optOuts.hash(handset.get().e164()))
                    ? ofCountry
                    : Optional.of(OPTED_OUT);
        }

        private Optional<SmsCountry> country(PhoneNumbers.Handset handset) {
            return countries.computeIfAbsent(handset.country(), rules::smsCountry);
        }

        /** What has to stand at the end of a text to this driver; empty for nothing. */
        public String stopText(Driver driver) {
            return limits.hasStopText()
                    ? driver.phone()
                            .flatMap(PhoneNumbers::find)
                            .flatMap(this::country)
                            .map(SmsCountry::stopText)
                            .orElse("")
                    : "";
        }
    }

    private static Optional<String> ofCountry(PhoneNumbers.Handset handset, Optional<SmsCountry> country) {
        if (country.filter(SmsCountry::allowed).isEmpty()) {
            return Optional.of(COUNTRY_NOT_ALLOWED);
        }
        return country.get().nationalDigits() == handset.nationalDigits() ? Optional.empty() : Optional.of(BAD_NUMBER);
    }

    /** The number as it is handed to the provider, E.164 with its plus sign. @throws IllegalArgumentException for none */
    public static String e164(String phone) {
        return PhoneNumbers.find(phone)
                .map(PhoneNumbers.Handset::e164)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a telephone number: expected one of a handset with its plus sign, found another"));
    }

    /**
     * The sender that a country's receivers are shown.
     *
     * @param otherwise where the rules name none
     */
    public String sender(String e164, String otherwise) {
        return PhoneNumbers.find(e164)
                .flatMap(this::country)
                .map(SmsCountry::sender)
                .filter(sender -> !sender.isEmpty())
                .orElse(otherwise);
    }

    /** When a message to a number may leave, by the sending hours, Sundays and holidays of its country; now when they are not kept. */
    public Instant notBefore(String e164, Instant now) {
        return PhoneNumbers.find(e164)
                .flatMap(this::country)
                .map(country -> next(country, now))
                .orElse(now);
    }

    Instant next(SmsCountry country, Instant now) {
        Rulebook rules = shelf.current();
        return limits.keepsHours()
                ? SendingHours.next(country, day -> rules.isSmsHoliday(country.country(), day), now)
                : now;
    }

    /** Of all countries that the rules name, by their code. */
    List<SmsCountry> countries() {
        Rulebook rules = shelf.current();
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .flatMap(country -> rules.smsCountry(country).stream())
                .toList();
    }

    /** Whether somebody has stopped all SMS. */
    public boolean isStopped() {
        return ledger.findSwitch().map(SmsSwitch::stopped).orElse(false);
    }

    /** Asks everything again for a message that is about to leave. */
    Admission admit(Sms message, Instant now) {
        Optional<PhoneNumbers.Handset> handset = PhoneNumbers.find(message.to());
        if (handset.isEmpty()) {
            return new Admission.Refuse(BAD_NUMBER);
        }
        Optional<String> ofCountry = ofCountry(handset.get(), country(handset.get()));
        if (ofCountry.isPresent()) {
            return new Admission.Refuse(ofCountry.get());
        }
        return optOuts.isOut(handset.get().e164())
                ? new Admission.Refuse(OPTED_OUT)
                : admitByHoursAndCaps(message, now);
    }

    private Admission admitByHoursAndCaps(Sms message, Instant now) {
        Instant notBefore = notBefore(message.to(), now);
        if (notBefore.isAfter(now)) {
            return new Admission.Wait(notBefore);
        }
        Quote quote = quote(message.to(), message.text());
        if (quote.parts() > budget.caps().message()) {
            return new Admission.Refuse(TOO_MANY_PARTS);
        }
        return switch (budget.fit(message, quote.parts(), now)) {
            case FITS -> new Admission.Send(quote);
            case OVER_DRIVER_CAP -> new Admission.Refuse(OVER_DRIVER_CAP);
            case OVER_CAMPAIGN_CAP -> new Admission.Refuse(OVER_CAMPAIGN_CAP);
            case OVER_DAY_CAP -> new Admission.Wait(SmsBudget.tomorrow(now));
        };
    }

    /** Counts a message that is being claimed. @return false when it breaks a cap: then the claim has to be rolled back */
    boolean spend(Sms message, Instant claimedAt) {
        Quote quote = quote(message.to(), message.text());
        return budget.take(message, quote.parts(), quote.priceEur(), claimedAt);
    }

    /** Counts a message no more, for it was definitely not sent. */
    void giveBack(Sms message, Instant claimedAt) {
        Quote quote = quote(message.to(), message.text());
        budget.giveBack(message, quote.parts(), quote.priceEur(), claimedAt);
    }
}

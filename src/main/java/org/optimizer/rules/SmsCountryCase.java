package org.optimizer.rules;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.SmsCountry;

/** Asks how SMS go to a country; of one without a row nothing is known, and nothing goes there. */
public final class SmsCountryCase extends Question {
    private final String country;
    private Optional<SmsCountry> answer = Optional.empty();

    SmsCountryCase(String country) {
        this.country = country;
    }

    public String getCountry() {
        return country;
    }

    public void is(
            String allowed,
            int nationalDigits,
            String sender,
            int fromHour,
            int toHour,
            String sundays,
            String zone,
            String stopText,
            double pricePerPartEur,
            String rule) {
        decidedBy(rule);
        answer = Optional.of(new SmsCountry(
                country,
                allowed.equals("yes"),
                nationalDigits,
                given(sender),
                fromHour,
                toHour,
                sundays.equals("yes"),
                ZoneId.of(zone),
                given(stopText),
                BigDecimal.valueOf(pricePerPartEur)));
    }

    private static String given(String text) {
        return text.equals(FormType.NOTHING) ? "" : text;
    }

    Optional<SmsCountry> answer() {
        return answer;
    }

    @Override
    Map<String, Object> outcome() {
        return answer.map(SmsCountryCase::outcome)
                .orElse(Map.of(
                        "allowed", "no",
                        "national_digits", 0.0,
                        "sender", "",
                        "from_hour", 0.0,
                        "to_hour", 0.0,
                        "sundays", "no",
                        "zone", "",
                        "stop_text", "",
                        "price_per_part_eur", 0.0));
    }

    private static Map<String, Object> outcome(SmsCountry country) {
        return Map.of(
                "allowed",
                country.allowed() ? "yes" : "no",
                "national_digits",
                (double) country.nationalDigits(),
                "sender",
                country.sender(),
                "from_hour",
                (double) country.fromHour(),
                "to_hour",
                (double) country.toHour(),
                "sundays",
                country.sundays() ? "yes" : "no",
                "zone",
                country.zone().getId(),
                "stop_text",
                country.stopText(),
                "price_per_part_eur",
                country.pricePerPartEur().doubleValue());
    }
}

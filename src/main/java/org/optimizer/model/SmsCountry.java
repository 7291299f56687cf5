package org.optimizer.model;

import java.math.BigDecimal;
import java.time.ZoneId;

/**
 * How SMS go to a country's numbers.
 *
 * @param country two letters of ISO 3166
 * @param nationalDigits of a number without its country code and without a leading zero that is only dialled at home
 * @param sender at most 11 letters and digits; empty for the one of the settings
 * @param fromHour and {@code toHour} 0 to 24, in {@code zone}: messages leave from the one on and before the other
 * @param sundays whether messages leave on Sundays
 * @param stopText how a receiver says that he wants no more; empty where he cannot answer
 * @param pricePerPartEur an estimate; what is billed is the provider's
 */
public record SmsCountry(
        String country,
        boolean allowed,
        int nationalDigits,
        String sender,
        int fromHour,
        int toHour,
        boolean sundays,
        ZoneId zone,
        String stopText,
        BigDecimal pricePerPartEur) {}

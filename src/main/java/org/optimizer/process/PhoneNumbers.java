package org.optimizer.process;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/** Reads telephone numbers that SMS can reach. */
final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    /** A number of no country, such as those of satellites. */
    private static final String NO_COUNTRY = "001";

    /** Kept for films by the French regulator (ARCEP 2012-0856): nobody has such a number, so demo and tests do. */
    private static final long FIRST_OF_FILMS = 639_980_000L;

    private static final long LAST_OF_FILMS = 639_989_999L;
    private static final int FRANCE = 33;

    private PhoneNumbers() {}

    /**
     * A number of a handset.
     *
     * @param country two letters
     * @param nationalDigits without country code and leading zero
     */
    record Handset(String e164, String country, int nationalDigits) {}

    /**
     * The handset of a number with its plus sign, written in whatever groups; empty when it is none: of another kind (landline,
     * premium rate), of no country, too short or too long.
     */
    static Optional<Handset> find(String phone) {
        try {
            // without a region the number has to say its country itself
            PhoneNumber number = NUMBERS.parse(phone, null);
            return isHandset(number) ? Optional.of(handset(number)) : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    private static boolean isHandset(PhoneNumber number) {
        return !number.hasExtension() && (isMobile(number) || isOfFilms(number));
    }

    private static boolean isMobile(PhoneNumber number) {
        return NUMBERS.isValidNumber(number)
                && MOBILE.contains(NUMBERS.getNumberType(number))
                && !NO_COUNTRY.equals(NUMBERS.getRegionCodeForNumber(number));
    }

    private static boolean isOfFilms(PhoneNumber number) {
        return number.getCountryCode() == FRANCE
                && number.getNationalNumber() >= FIRST_OF_FILMS
                && number.getNationalNumber() <= LAST_OF_FILMS;
    }

    private static Handset handset(PhoneNumber number) {
        return new Handset(
                NUMBERS.format(number, PhoneNumberFormat.E164),
                NUMBERS.getRegionCodeForNumber(number),
                NUMBERS.getNationalSignificantNumber(number).length());
    }
}

package org.optimizer.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and spreadsheets write them, made into digits with a point; what could be two numbers is neither. */
final class UploadedNumber {
    /** What a cell is that could be two numbers; its arguments are these. */
    static final String TWO_NUMBERS = "two-numbers";

    private static final String GROUP = "[ \u00a0\u202f\u2009'\u2019]";
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:" + GROUP + "[0-9]{3})+(?:[.,][0-9]+)?");
    private static final Pattern PERCENT = Pattern.compile("(?<number>.*[0-9])" + GROUP + "?%");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern POINT_THEN_COMMA = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+");
    private static final Pattern COMMA_THEN_POINT = Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
    static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+");
    private static final Pattern DATE = Pattern.compile(
            "(?i)[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[-/ ]\\p{L}{3,9}\\.?([-/ ][0-9]{2,4})?"
                    + "|\\p{L}{3,5}\\.?-[0-9]{2,4}|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?");

    private UploadedNumber() {}

    /** A stored double as a spreadsheet shows it: with its 15 digits. */
    static String ofDouble(String value) {
        try {
            BigDecimal number = new BigDecimal(Double.toString(Double.parseDouble(value)));
            return plain(number.round(new MathContext(15)));
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * The cell of a number column, in digits with a point where it is a number.
     *
     * @param writing how the file writes numbers
     * @throws BadCell when it could be two numbers, or is a day
     */
    static String read(String cell, NumberType type, RawSheet.Writing writing) throws BadCell {
        String text = bare(cell);
        if (DATE.matcher(text).matches() && !text.matches("[0-9.]+,?[0-9]*")) {
            throw new BadCell(Wrong.of("date", type.unit()));
        }
        java.util.regex.Matcher percent = PERCENT.matcher(text);
        if (percent.matches() && type.isShare()) {
            String number = separated(bare(percent.group("number")), type, writing);
            return number.matches("-?[0-9]+(\\.[0-9]+)?") ? plain(new BigDecimal(number).movePointLeft(2)) : text;
        }
        return separated(text, type, writing);
    }

    /** Without the blanks that {@link String#strip} leaves. */
    static String bare(String text) {
        return text.replaceAll("^[\\s\u00a0\u202f\u2009\ufeff]+|[\\s\u00a0\u202f\u2009\ufeff]+$", "");
    }

    private static String separated(String text, NumberType type, RawSheet.Writing writing) throws BadCell {
        if (GROUPED.matcher(text).matches()) {
            return text.replaceAll(GROUP, "").replace(',', '.');
        }
        if (POINT_THEN_COMMA.matcher(text).matches()) {
            return text.replace(".", "").replace(',', '.');
        }
        if (COMMA_THEN_POINT.matcher(text).matches()) {
            return text.replace(",", "");
        }
        if (THOUSANDS.matcher(text).matches()) {
            return grouped(text, type, writing);
        }
        return COMMA.matcher(text).matches() ? point(text) : text;
    }

    /** 1,500 may be 1.5 or 1500, and so may 1.500; 1,500,000 is one number. */
    private static String grouped(String text, NumberType type, RawSheet.Writing writing) throws BadCell {
        boolean once = text.replaceAll("[^.,]", "").length() == 1;
        RawSheet.Sign sign = once ? writing.of(text.indexOf(',') >= 0) : RawSheet.Sign.THOUSANDS;
        return switch (sign) {
            case DECIMAL -> point(text);
            case THOUSANDS -> digits(text);
            case EITHER ->
                throw new BadCell(
                        Wrong.of(TWO_NUMBERS, point(text), digits(text)).propose(meant(text, type)));
        };
    }

    private static String point(String text) {
        return text.replace(',', '.');
    }

    private static String digits(String text) {
        return text.replaceAll("[.,]", "");
    }

    private static Optional<String> meant(String text, NumberType type) {
        boolean small = Proposals.fits(point(text), type);
        boolean large = Proposals.fits(digits(text), type);
        return small == large ? Optional.empty() : Optional.of(small ? point(text) : digits(text));
    }
}

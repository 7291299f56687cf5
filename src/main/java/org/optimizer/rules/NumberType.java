package org.optimizer.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers, written with a point whatever the machine's language.
 *
 * @param blank what an empty cell stands for; null when it must not be empty
 */
record NumberType(String unit, double min, double max, boolean whole, Double blank) implements Column.Type {
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");

    @Override
    public Double parse(String text) throws BadCell {
        if (text.isEmpty() && blank != null) {
            return blank;
        }
        if (!FORM.matcher(text).matches()) {
            throw new BadCell(expected(), advice(text));
        }
        return checked(Double.parseDouble(text));
    }

    private Double checked(double value) throws BadCell {
        if (value < min || value > max) {
            throw new BadCell(expected(), "choose a value in this range");
        }
        if (whole && value != Math.rint(value)) {
            throw new BadCell(expected(), "leave out the decimals");
        }
        return value + 0.0;
    }

    private String expected() {
        return (whole ? "a whole number" : "a number") + (unit.isEmpty() ? "" : " of " + unit) + " from " + plain(min)
                + " to " + plain(max);
    }

    private String advice(String text) {
        if (text.isEmpty()) {
            return "fill the cell in";
        }
        return DECIMAL_COMMA.matcher(text).matches()
                ? "write " + text.replace(',', '.') + " with a decimal point"
                : "write digits only, with a decimal point and without a unit";
    }

    /** Rendered from the value, never copied from the cell. */
    @Override
    public String rendered(Object value) {
        double number = (Double) value;
        return whole
                ? Long.toString((long) number)
                : plain(number).contains(".") ? plain(number) : plain(number) + ".0";
    }

    static String plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.toPlainString();
    }
}

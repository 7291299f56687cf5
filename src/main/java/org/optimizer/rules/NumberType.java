package org.optimizer.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            throw new BadCell(form(text));
        }
        return checked(Double.parseDouble(text));
    }

    private Double checked(double value) throws BadCell {
        if (value < min || value > max) {
            throw new BadCell(wrong("range").propose(plain(value < min ? min : max)));
        }
        if (whole && value != Math.rint(value)) {
            throw new BadCell(wrong("decimals").propose(plain(Math.rint(value))));
        }
        return value + 0.0;
    }

    /** Whether a percentage makes sense; a figure's own unit may be a share. */
    boolean isShare() {
        return unit.equals("share") || unit.equals("correlation") || unit.endsWith("'s unit");
    }

    private Wrong form(String text) {
        if (text.isEmpty()) {
            return wrong("fill");
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            String point = text.replace(',', '.');
            return wrong("comma", point).propose(point);
        }
        return wrong("form").propose(Proposals.number(text, this));
    }

    private Wrong wrong(String variant, String... more) {
        List<String> args = new ArrayList<>(List.of(unit, plain(min), plain(max)));
        args.addAll(List.of(more));
        return new Wrong((whole ? "whole." : "number.") + variant, args, Optional.empty());
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

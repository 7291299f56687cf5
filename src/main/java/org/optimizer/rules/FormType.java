package org.optimizer.rules;

import java.util.regex.Pattern;

/**
 * Short texts of a fixed form.
 *
 * @param form allows no sign that means something in a rule: letters, digits, blanks, slashes and underscores at most
 * @param code of the mistake of not having it, see {@link Wrong}
 */
record FormType(Pattern form, String code) implements Column.Type {
    /** An empty cell as it stands in a rule: to Drools' own template compiler an empty one is null. */
    static final String NOTHING = "-";

    static Column column(String name, String form, String code) {
        return new Column(name, new FormType(Pattern.compile(form), code));
    }

    @Override
    public String parse(String text) throws BadCell {
        if (!form.matcher(text).matches()) {
            throw new BadCell(Wrong.of(code));
        }
        return text;
    }

    @Override
    public String rendered(Object value) {
        return value.toString().isEmpty() ? NOTHING : value.toString();
    }
}

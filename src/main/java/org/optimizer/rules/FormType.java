package org.optimizer.rules;

import java.util.regex.Pattern;

/**
 * Short texts of a fixed form.
 *
 * @param form allows no sign that means something in a rule: letters, digits, blanks, slashes and underscores at most
 * @param what in words, after "expected"
 */
record FormType(Pattern form, String what) implements Column.Type {
    /** An empty cell as it stands in a rule: to Drools' own template compiler an empty one is null. */
    static final String NOTHING = "-";

    static Column column(String name, String form, String what) {
        return new Column(name, new FormType(Pattern.compile(form), what));
    }

    @Override
    public String parse(String text) throws BadCell {
        if (!form.matcher(text).matches()) {
            throw new BadCell(what, "write it in this form");
        }
        return text;
    }

    @Override
    public String rendered(Object value) {
        return value.toString().isEmpty() ? NOTHING : value.toString();
    }
}

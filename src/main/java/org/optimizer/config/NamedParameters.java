package org.optimizer.config;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;

/**
 * Parameters such as {@code :#vehicleId}, looked up in a row. The text of a query is taken apart once and not for each row of a
 * batch, and no driver is asked of what type a column is that is set to null. Whatever is not that plain is left to Camel.
 */
class NamedParameters extends DefaultSqlPrepareStatementStrategy {
    /** Camel writes the hash of a file as a question mark. */
    private static final Pattern NAME = Pattern.compile(":[?#](\\w+)");

    private static final Pattern NOT_PLAIN = Pattern.compile(":[?#](?!\\w)|:[?#]in:");

    /** There are as many as SQL files. */
    private final Map<String, Plain> plain = new ConcurrentHashMap<>();

    /** @param names in the order in which the query has them */
    private record Plain(String prepared, List<String> names) {}

    @Override
    public String prepareQuery(String query, boolean allowNamedParameters, Exchange exchange) throws SQLException {
        Plain known = allowNamedParameters ? plain.get(query) : null;
        if (known != null) {
            return known.prepared;
        }
        String prepared = super.prepareQuery(query, allowNamedParameters, exchange);
        if (allowNamedParameters && !NOT_PLAIN.matcher(query).find()) {
            plain.put(query, new Plain(prepared, names(query)));
        }
        return prepared;
    }

    private static List<String> names(String query) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(query);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return List.copyOf(names);
    }

    @Override
    public Iterator<?> createPopulateIterator(
            String query, String preparedQuery, int expectedParams, Exchange exchange, Object value)
            throws SQLException {
        Plain known = plain.get(query);
        if (known != null && known.names.size() == expectedParams && value instanceof Map<?, ?> row) {
            List<Object> values = new ArrayList<>(expectedParams);
            for (String name : known.names) {
                Object column = row.get(name);
                if (column == null && !row.containsKey(name)) {
                    return super.createPopulateIterator(query, preparedQuery, expectedParams, exchange, value);
                }
                values.add(column);
            }
            return values.iterator();
        }
        return super.createPopulateIterator(query, preparedQuery, expectedParams, exchange, value);
    }

    @Override
    public void populateStatement(PreparedStatement statement, Iterator<?> values, int expectedParams)
            throws SQLException {
        List<Object> all = new ArrayList<>(expectedParams);
        boolean isPlain = expectedParams > 0;
        while (values.hasNext()) {
            Object value = values.next();
            isPlain &= isPlain(value);
            all.add(value);
        }
        if (!isPlain || all.size() != expectedParams) {
            super.populateStatement(statement, all.iterator(), expectedParams);
            return;
        }
        for (int index = 0; index < expectedParams; index++) {
            set(statement, index + 1, all.get(index));
        }
    }

    /** What every driver takes as it is. */
    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof byte[]
                || value instanceof LocalDate
                || value instanceof LocalTime;
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }
}

package org.optimizer.extract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Stored;

/** A row of a query; asking for a column that the SQL file does not select is an error that names it. */
record Row(Map<String, Object> columns) {

    private Object get(String column) {
        Object value = columns.get(column);
        if (value == null && !columns.containsKey(column)) {
            throw new IllegalStateException("expected a column " + column + ", the query gives " + columns.keySet()
                    + ": see its file in routes/sql");
        }
        return value;
    }

    String text(String column) {
        return (String) get(column);
    }

    Optional<String> optionalText(String column) {
        return Optional.ofNullable(text(column));
    }

    int number(String column) {
        return ((Number) get(column)).intValue();
    }

    long bigNumber(String column) {
        return ((Number) get(column)).longValue();
    }

    Optional<Integer> optionalNumber(String column) {
        return get(column) == null ? Optional.empty() : Optional.of(number(column));
    }

    /** NaN for null. */
    double real(String column) {
        Object value = get(column);
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    Optional<BigDecimal> optionalDecimal(String column) {
        return Optional.ofNullable((BigDecimal) get(column));
    }

    boolean flag(String column) {
        return get(column) instanceof Number number ? number.intValue() != 0 : (Boolean) get(column);
    }

    Instant instant(String column) {
        return Stored.instant(get(column));
    }

    Optional<Instant> optionalInstant(String column) {
        return Optional.ofNullable(instant(column));
    }

    LocalDate day(String column) {
        return (LocalDate) get(column);
    }

    IsoWeek week(String column) {
        return IsoWeek.parse(text(column));
    }

    byte[] bytes(String column) {
        return (byte[]) get(column);
    }

    <E extends Enum<E>> E word(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }
}

package org.optimizer.config;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.component.sql.RowMapperFactory;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as maps of lower-case column names, of the same Java types from every database: {@code datetime} as
 * {@link LocalDateTime} (a {@code java.sql.Timestamp} would bend it to the JVM's time zone), {@code date} as
 * {@link LocalDate}, large objects as bytes or text.
 */
class SqlRows implements RowMapperFactory {
    @Override
    public RowMapper<?> newColumnRowMapper() {
        return new Rows();
    }

    @Override
    public RowMapper<?> newBeanRowMapper(Class<?> type) {
        return BeanPropertyRowMapper.newInstance(type);
    }

    /** The rows of one query: names and types of its columns are asked once. */
    private static final class Rows implements RowMapper<Map<String, Object>> {
        private Map<String, Integer> places;
        private int[] types;

        @Override
        public Map<String, Object> mapRow(ResultSet rows, int number) throws SQLException {
            if (places == null) {
                describe(rows.getMetaData());
            }
            Object[] values = new Object[types.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(rows, i + 1, types[i]);
            }
            return new SqlRow(places, values);
        }

        private void describe(ResultSetMetaData columns) throws SQLException {
            places = new LinkedHashMap<>();
            types = new int[columns.getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                places.put(columns.getColumnLabel(i + 1).toLowerCase(Locale.ROOT), i);
                types[i] = columns.getColumnType(i + 1);
            }
        }
    }

    private static Object value(ResultSet rows, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> rows.getBytes(column);
            case Types.CLOB, Types.LONGVARCHAR -> rows.getString(column);
            default -> rows.getObject(column);
        };
    }
}

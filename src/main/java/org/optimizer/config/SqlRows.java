package org.optimizer.config;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
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
        return (rows, number) -> row(rows);
    }

    @Override
    public RowMapper<?> newBeanRowMapper(Class<?> type) {
        return BeanPropertyRowMapper.newInstance(type);
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, Object> row = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value(rows, i, columns.getColumnType(i)));
        }
        return row;
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

package org.optimizer.config;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whether what a database has acknowledged outlives the death of its process. A claim that is forgotten is a message sent
 * twice, so nothing is sent on a database for which this is not known.
 */
final class DurableCommits {
    private static final String OF_H2 =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";

    private static final String OF_MYSQL = "select @@innodb_flush_log_at_trx_commit";

    private DurableCommits() {}

    /** @return a code, or nothing when commits are durable */
    static Optional<String> whyNot(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return whyNot(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("database: expected to learn whether commits are durable: " + e, e);
        }
    }

    private static Optional<String> whyNot(Connection connection) throws SQLException {
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        if (isH2 && connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
            return Optional.empty(); // dies with the process, and forgets whom to send to as well
        }
        String expected = isH2 ? "0" : "1";
        String found = ask(connection, isH2 ? OF_H2 : OF_MYSQL);
        return expected.equals(found) ? Optional.empty() : Optional.of(isH2 ? "h2-write-delay" : "mysql-flush-log");
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}

package org.optimizer.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Commits a row after the other to an H2 file and says so on its output, until it is killed. */
final class AcknowledgedCommits {
    private AcknowledgedCommits() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection database = DriverManager.getConnection(arguments[0])) {
            database.createStatement()
                    .execute("create table if not exists claim (id bigint auto_increment primary key)");
            database.setAutoCommit(false);
            try (PreparedStatement insert =
                    database.prepareStatement("insert into claim (id) values (default)", new String[] {"ID"})) {
                for (; ; ) {
                    insert.executeUpdate();
                    var keys = insert.getGeneratedKeys();
                    keys.next();
                    database.commit();
                    System.out.println("COMMITTED " + keys.getLong(1));
                }
            }
        }
    }
}

package org.diandan.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Asks the database whether it keeps what it acknowledges and whether its rules bind this program. */
@ApplicationScoped
class DurabilityCheck {
    private static final String QUESTION = """
            select current_setting('fsync'), current_setting('synchronous_commit'),
                   current_setting('full_page_writes'), rolsuper, rolbypassrls
              from pg_roles where rolname = current_user""";

    private static final String OWNED = """
            select exists (select from pg_class c where c.relnamespace = current_schema()::regnamespace
                and c.relrowsecurity and pg_has_role(c.relowner, 'MEMBER'))""";

    private final DataSource dataSource;

    DurabilityCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this login owns the tables, or may act as who does: then nothing but the policies' being forced binds it. */
    boolean ownsTables() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(OWNED)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** What is wrong, each with what to do; empty when all is well. Throws when the database does not answer. */
    List<String> complaints() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(QUESTION)) {
            if (!answer.next()) {
                throw new SQLException("pg_roles has no row for the current user");
            }
            var settings = new TreeMap<>(Map.of(
                    "fsync", answer.getString(1),
                    "synchronous_commit", answer.getString(2),
                    "full_page_writes", answer.getString(3)));
            return complaints(settings, answer.getBoolean(4), answer.getBoolean(5));
        }
    }

    /** {@code synchronous_commit} may be stronger than {@code on}; {@code local} still writes to this server's disk. */
    static List<String> complaints(Map<String, String> settings, boolean superuser, boolean bypassesRowSecurity) {
        var complaints = new ArrayList<String>();
        settings.forEach((name, value) -> {
            if (value.equals("off")) {
                complaints.add("PostgreSQL runs with " + name + "=off and can lose what it acknowledged: set " + name
                        + "=on (and synchronous_commit also for the role and the database)");
            }
        });
        if (superuser || bypassesRowSecurity) {
            complaints.add("The login is a superuser or has BYPASSRLS: use an ordinary role (docs/operations.md)");
        }
        return complaints;
    }
}

package org.diandan.startup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Another embedded PostgreSQL beside that of the tests, with nothing in it. */
public final class EmptyDatabase implements AutoCloseable {
    private final EmbeddedDatabase database;

    /** Starts it in a folder that is not there yet. */
    public EmptyDatabase(Path folder) {
        database = EmbeddedDatabase.start(folder, TestDatabase.PROGRAMS, 0);
    }

    /** Takes away whatever is in it. */
    public void empty() throws SQLException {
        try (Connection connection = owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "drop schema public cascade; create schema public; grant usage on schema public to public");
        }
    }

    /** By the login that owns the tables. */
    public DataSource owner() {
        return source(DatabaseLogins.OWNER, database.configuration().get("quarkus.flyway.password"));
    }

    /** By the login of the program. */
    public DataSource program() {
        return source(DatabaseLogins.PROGRAM, database.configuration().get("quarkus.datasource.password"));
    }

    private DataSource source(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setOptions("-c app.centers=*");
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public void close() {
        database.close();
    }
}

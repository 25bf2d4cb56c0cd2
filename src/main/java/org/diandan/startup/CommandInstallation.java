package org.diandan.startup;

import static org.diandan.startup.StartupProblem.ALREADY_RUNNING;
import static org.diandan.startup.StartupProblem.NO_DATABASE;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.diandan.shared.Command.Installation;
import org.diandan.shared.Wall;
import org.jspecify.annotations.Nullable;

/** The installation that the settings name: its data folder and its database, started for the command if need be. */
final class CommandInstallation implements Installation, AutoCloseable {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String OWNER = "quarkus.flyway.username";
    private static final String OWNER_PASSWORD = "quarkus.flyway.password";

    private static final int CONNECTIONS = 4;

    /** Commands look at the whole database. */
    private static final String ALL_CENTERS = "-c " + Wall.SETTING + "=" + Wall.EVERYWHERE;

    private static final String SECONDS_TO_CONNECT = "10";

    private final Function<String, Optional<String>> settings;
    private @Nullable EmbeddedDatabase started;
    private @Nullable AgroalDataSource owned;

    CommandInstallation(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    @Override
    public Connection connect() throws SQLException {
        Optional<String> url = settings.apply(URL);
        if (url.isPresent()) {
            return connect(
                    url.get(),
                    settings.apply(USER).orElse(""),
                    settings.apply(PASSWORD).orElse(""));
        }
        requireDatabase();
        var database = embedded();
        return connect(database.url(), DatabaseLogins.PROGRAM, database.logins().program());
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("options", ALL_CENTERS);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public DataSource owned() {
        if (settings.apply(URL).isEmpty()) {
            requireDatabase();
        }
        return ownedOrMade();
    }

    @Override
    public synchronized DataSource ownedOrMade() {
        var known = owned;
        if (known == null) {
            known = settings.apply(URL).map(this::configured).orElseGet(() -> {
                var database = embedded();
                return pool(
                        database.url(), DatabaseLogins.OWNER, database.logins().owner());
            });
            owned = known;
        }
        return known;
    }

    @Override
    public Path dataFolder() {
        return Path.of(settings.apply("diandan.data-dir").orElse("data"))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public Optional<String> setting(String name) {
        return settings.apply(name);
    }

    @Override
    public String version() {
        return Version.text();
    }

    private AgroalDataSource configured(String url) {
        boolean two = settings.apply(OWNER).isPresent();
        return pool(
                url,
                settings.apply(two ? OWNER : USER).orElse(""),
                settings.apply(two ? OWNER_PASSWORD : PASSWORD).orElse(""));
    }

    private void requireDatabase() {
        if (!Files.isDirectory(DataFolder.databaseIn(dataFolder()))) {
            throw new CannotStart(NO_DATABASE, dataFolder());
        }
    }

    /** That of the program that runs, which holds the folder; else one that runs for as long as the command does. */
    private synchronized RunningDatabase embedded() {
        if (started != null) {
            return started.running();
        }
        try {
            var database = EmbeddedDatabase.start(dataFolder(), 0);
            started = database;
            return database.running();
        } catch (CannotStart problem) {
            if (problem.problem() != ALREADY_RUNNING) {
                throw problem;
            }
            return RunningDatabase.on(dataFolder());
        }
    }

    private static AgroalDataSource pool(String url, String user, String password) {
        var pool = new AgroalConnectionPoolConfigurationSupplier()
                .maxSize(CONNECTIONS)
                // As in application.properties: what the database refuses would bring its values into a message.
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                        .principal(new NamePrincipal(user))
                        .credential(new SimplePassword(password))
                        .jdbcProperty("logServerErrorDetail", "false")
                        .jdbcProperty("options", ALL_CENTERS)
                        .jdbcProperty("connectTimeout", SECONDS_TO_CONNECT)
                        .jdbcProperty("ApplicationName", "diandan-command"));
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool));
        } catch (SQLException e) {
            throw new IllegalStateException("Nothing was asked of the database yet", e);
        }
    }

    @Override
    public synchronized void close() {
        if (owned != null) {
            owned.close();
            owned = null;
        }
        if (started != null) {
            started.close();
            started = null;
        }
    }
}

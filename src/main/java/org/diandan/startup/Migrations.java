package org.diandan.startup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings the schema up to date when the program starts, and again each second for as long as the database is away. */
@ApplicationScoped
class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);

    /** After 33 what stood in clear is sealed, and 34 takes the empty columns away. */
    private static final List<MigrationVersion> STOPS = List.of(MigrationVersion.fromVersion("33"));

    private final Flyway flyway;
    private final Event<BetweenMigrations> between;
    private final DurabilityCheck durability;
    private final Event<DatabaseReady> ready;
    private final ScheduledExecutorService retry =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "migrations"));
    private volatile boolean done;
    private String lastFailure = "";

    Migrations(
            Flyway flyway, DurabilityCheck durability, Event<BetweenMigrations> between, Event<DatabaseReady> ready) {
        this.flyway = flyway;
        this.durability = durability;
        this.between = between;
        this.ready = ready;
    }

    /** True once the schema is there and every room that waited for it has done its part. */
    boolean done() {
        return done;
    }

    /** Once before schedules run and requests are let in, so that a start with its database at hand is ready at once. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        migrate();
    }

    void stop(@Observes ShutdownEvent event) {
        retry.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void migrate() {
        try {
            STOPS.forEach(this::migrateTo);
            flyway.migrate();
            warnOfOneLogin();
            ready.fire(new DatabaseReady());
            done = true;
        } catch (SQLException | RuntimeException e) {
            report(e);
            retry.schedule(this::migrate, 1, TimeUnit.SECONDS);
        }
    }

    /** Migrates that far and waits there for what SQL cannot do; a schema that is further was here before. */
    private void migrateTo(MigrationVersion stop) {
        if (stop.compareTo(current()) > 0) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(stop)
                    // What may be repeated may need all that comes later.
                    .repeatableSqlMigrationPrefix("none")
                    .ignoreMigrationPatterns("*:missing", "*:future")
                    .load()
                    .migrate();
        }
        if (stop.equals(current())) {
            var database = flyway.getConfiguration().getDataSource();
            between.fire(new BetweenMigrations(stop.getVersion(), database));
        }
    }

    private MigrationVersion current() {
        @Nullable MigrationInfo current = flyway.info().current();
        return current == null || current.getVersion() == null ? MigrationVersion.EMPTY : current.getVersion();
    }

    private void warnOfOneLogin() throws SQLException {
        if (durability.ownsTables()) {
            LOG.warn(
                    "Requests come in with the login that owns the tables. The policies between Centers are forced and hold"
                            + " for it too, but it could take them away: give requests a login of their own (docs/operations.md)");
        }
    }

    /** Once for each cause, not once a second; a database that is away is no fault in the program and has no trace. */
    private void report(Exception failure) {
        var cause = root(failure);
        var message = String.valueOf(cause.getMessage());
        if (message.equals(lastFailure)) {
            return;
        }
        lastFailure = message;
        if (cause instanceof IOException || cause instanceof SQLException) {
            LOG.errorf("Not ready, trying again every second: %s", message);
        } else {
            LOG.error("Not ready, trying again every second", failure);
        }
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}

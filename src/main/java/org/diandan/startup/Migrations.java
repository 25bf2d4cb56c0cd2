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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Brings the schema up to date when the program starts, and again each second for as long as the database is away. */
@ApplicationScoped
class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);

    private final Flyway flyway;
    private final Event<DatabaseReady> ready;
    private final ScheduledExecutorService retry =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "migrations"));
    private volatile boolean done;
    private String lastFailure = "";

    Migrations(Flyway flyway, Event<DatabaseReady> ready) {
        this.flyway = flyway;
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
            flyway.migrate();
            ready.fire(new DatabaseReady());
            done = true;
        } catch (RuntimeException e) {
            report(e);
            retry.schedule(this::migrate, 1, TimeUnit.SECONDS);
        }
    }

    /** Once for each cause, not once a second; a database that is away is no fault in the program and has no trace. */
    private void report(RuntimeException failure) {
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
